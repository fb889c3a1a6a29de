using MudBlazor;

namespace GatewayDashboard.Theming;

/// <summary>The look of every page: one accent, hairlines, the system's own font.</summary>
internal static class DashboardTheme
{
    private static readonly string[] Font = ["system-ui", "-apple-system", "Segoe UI", "Ubuntu", "Cantarell", "Noto Sans", "sans-serif"];

    /// <summary>Both palettes and the measures.</summary>
    public static MudTheme Value { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1f5fbf",
            PrimaryContrastText = "#ffffff",
            Secondary = "#57606a",
            Info = "#1f5fbf",
            InfoContrastText = "#ffffff",
            Success = "#0b6e4f",
            SuccessContrastText = "#ffffff",
            Warning = "#8a5a00",
            WarningContrastText = "#ffffff",
            Error = "#b3261e",
            ErrorContrastText = "#ffffff",
            Background = "#f7f8f9",
            BackgroundGray = "#eef0f2",
            Surface = "#ffffff",
            TextPrimary = "#1b1f24",
            TextSecondary = "#57606a",
            TextDisabled = "#6a737c",
            ActionDefault = "#3d444d",
            LinesDefault = "#dfe3e7",
            LinesInputs = "#8a929b",
            TableLines = "#dfe3e7",
            Divider = "#dfe3e7",
            AppbarBackground = "#ffffff",
            AppbarText = "#1b1f24",
            DrawerBackground = "#f7f8f9",
            DrawerText = "#1b1f24",
            DrawerIcon = "#57606a",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8ab4f8",
            PrimaryContrastText = "#101214",
            Secondary = "#a9b1ba",
            Info = "#8ab4f8",
            InfoContrastText = "#101214",
            Success = "#5cc8a0",
            SuccessContrastText = "#101214",
            Warning = "#e2b04a",
            WarningContrastText = "#101214",
            Error = "#f2877e",
            ErrorContrastText = "#101214",
            Background = "#121417",
            BackgroundGray = "#1f2328",
            Surface = "#181b1f",
            TextPrimary = "#e6e8eb",
            TextSecondary = "#a9b1ba",
            TextDisabled = "#8b949e",
            ActionDefault = "#c3c9d0",
            LinesDefault = "#2c3138",
            LinesInputs = "#6b737c",
            TableLines = "#2c3138",
            Divider = "#2c3138",
            AppbarBackground = "#181b1f",
            AppbarText = "#e6e8eb",
            DrawerBackground = "#121417",
            DrawerText = "#e6e8eb",
            DrawerIcon = "#a9b1ba",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px", DrawerWidthLeft = "208px", AppbarHeight = "56px" },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = Font, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" } },
    };
}
