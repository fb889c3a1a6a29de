using GatewayDashboard.Core.Benchmarks;
using GatewayDashboard.Core.Gateways;
using GatewayDashboard.Credentials;
using GatewayDashboard.Jobs;
using GatewayDashboard.Live;

namespace GatewayDashboard.CommandLine;

/// <summary>Turns the words of the command line into an order, or into what to change about them.</summary>
internal static class BenchmarkOrders
{
    private const int OwnPromptMaxTokens = 512;

    public static (RunOrder? Order, IReadOnlyList<string> Faults) Of(BenchmarkArguments arguments, IServiceProvider services)
    {
        var connections = services.GetRequiredService<ConnectionDirectory>();
        var faults = new List<string>();
        if (arguments.KeyVariable is { } variable && string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable)))
        {
            faults.Add($"The environment variable {variable} is not set.");
        }

        var targets = Targets(arguments, connections, faults);
        return faults.Count > 0 ? (null, faults) : (new RunOrder(Definition(arguments), targets, arguments.Seed is { } seed ? (ulong)(uint)seed : null), []);
    }

    private static Benchmark Definition(BenchmarkArguments arguments)
    {
        var preset = arguments.Preset == "article" ? BenchmarkPresets.ArticleProtocol : BenchmarkPresets.Quick;
        var prompts = arguments.Prompt is { } own ? [new("own", own, OwnPromptMaxTokens)] : preset.Prompts;
        return preset with
        {
            Prompts = arguments.MaxTokens is { } most ? [.. prompts.Select(prompt => prompt with { MaxTokens = most })] : prompts,
            Runs = arguments.Runs ?? preset.Runs,
            Order = arguments.Concurrency is null ? preset.Order : TargetOrder.Concurrent,
            Concurrency = arguments.Concurrency ?? 1,
        };
    }

    private static List<Target> Targets(BenchmarkArguments arguments, ConnectionDirectory connections, List<string> faults)
    {
        var targets = new List<Target>();
        foreach (var address in arguments.Addresses)
        {
            if (connections.Find(address.Name)?.Live is { } connection)
            {
                targets.Add(new(connection, new(address.Name, arguments.Model!, new(arguments.Model!, ""))));
            }
            else
            {
                faults.Add(connections.Find(address.Name)?.Problem ?? $"--gateway {address.Name} cannot be used.");
            }
        }

        if (arguments.Addresses.Count > 0 && arguments.Gateways.Count == 0)
        {
            return targets;
        }

        // Live where every gateway asked for is set up, else simulated: a run is never a mixture.
        var asked = arguments.Gateways.Count > 0 ? arguments.Gateways : [.. OfferCatalogue.SimulatedDefaults.Select(offer => offer.GatewayId)];
        faults.AddRange(asked.Where(id => connections.Find(id) is null).Select(id => $"There is no gateway \"{id}\"; known ones: {string.Join(", ", GatewayCatalogue.All.Select(gateway => gateway.Id))}."));
        var simulated = targets.Count == 0 && !asked.All(id => connections.Find(id)?.Live is not null);
        foreach (var id in asked.Where(id => connections.Find(id) is not null))
        {
            if (Offer(id, arguments.Model, simulated) is { } offer && connections.Find(offer, simulated) is { } target)
            {
                targets.Add(target);
            }
            else
            {
                faults.Add($"{GatewayCatalogue.Find(id)?.Name ?? id} has no {(simulated ? "simulated twin" : "connection")} or no known offer; name a model with --model.");
            }
        }

        return targets;
    }

    private static ModelOffer? Offer(string gatewayId, string? model, bool simulated) => model is not null
        ? OfferCatalogue.Find(gatewayId, model)?.Offer ?? new ModelOffer(gatewayId, model, new(model, ""))
        : (simulated ? OfferCatalogue.SimulatedDefaults : OfferCatalogue.LiveDefaults).FirstOrDefault(offer => offer.GatewayId == gatewayId)
            ?? OfferCatalogue.For(gatewayId).FirstOrDefault(known => known.CanBeCalled)?.Offer;
}
