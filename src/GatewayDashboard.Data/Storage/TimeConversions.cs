using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GatewayDashboard.Data.Storage;

/// <summary>A point in time as Unix milliseconds: eight bytes that sort, range and bucket in SQLite.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(),
    stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

/// <summary>A point in time at offset zero: PostgreSQL's driver refuses any other.</summary>
internal sealed class OffsetZero() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    time => time.ToUniversalTime(),
    stored => stored);

/// <summary>A duration as whole microseconds.</summary>
internal sealed class Microseconds() : ValueConverter<TimeSpan, long>(
    duration => (long)Math.Round(duration.TotalMicroseconds),
    stored => TimeSpan.FromMicroseconds(stored));
