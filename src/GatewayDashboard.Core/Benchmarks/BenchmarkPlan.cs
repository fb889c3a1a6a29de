using GatewayDashboard.Core.Statistics;

namespace GatewayDashboard.Core.Benchmarks;

/// <summary>
/// Everything a run will send, before it sends anything: randomised blocks (Abedi and Brecht, ICPE 2017), because targets measured one after
/// another would be told apart by drift alone. The seed determines every order and stagger; ids and nonces are fresh, so that a
/// repeated run is never mistaken for, or answered from the cache of, an earlier one.
/// </summary>
public sealed record BenchmarkPlan
{
    /// <summary>The definition it was made from.</summary>
    public required Benchmark Benchmark { get; init; }

    /// <summary>The seed of its orders and staggers.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The targets, with who must not be called at once.</summary>
    public required IReadOnlyList<PlanTarget> Targets { get; init; }

    /// <summary>The blocks in the order they run, warm-up blocks first.</summary>
    public required IReadOnlyList<PlannedBlock> Blocks { get; init; }

    /// <summary>Every call in plan order.</summary>
    public IEnumerable<PlannedCall> Calls => Blocks.SelectMany(block => block.Calls);

    /// <summary>Makes the plan of a valid definition (<see cref="BenchmarkRules"/>).</summary>
    /// <param name="benchmark">The definition.</param>
    /// <param name="targets">The targets, at least one.</param>
    /// <param name="seed">Determines orders and staggers.</param>
    /// <param name="newId">Gives ids that are unique for ever; version-7 GUIDs when null.</param>
    public static BenchmarkPlan Create(Benchmark benchmark, IReadOnlyList<PlanTarget> targets, ulong seed, Func<Guid>? newId = null)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(targets);
        var random = new SeededRandom(seed);
        var fresh = newId ?? Guid.CreateVersion7;
        var prompts = OrderOfPrompts(benchmark, benchmark.WarmUpBlocks, random)
            .Select(prompt => (Prompt: prompt, WarmUp: true))
            .Concat(OrderOfPrompts(benchmark, benchmark.Runs, random).Select(prompt => (Prompt: prompt, WarmUp: false)));
        return new()
        {
            Benchmark = benchmark,
            Seed = seed,
            Targets = targets,
            Blocks = [.. prompts.Select((block, number) => Lay(benchmark, targets, number, block.WarmUp, block.Prompt, random, fresh))],
        };
    }

    /// <summary>Puts a stored plan together again, for a run that goes on where it was interrupted.</summary>
    /// <param name="benchmark">The definition the run was started with.</param>
    /// <param name="targets">Its targets.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="calls">Every planned call as stored, in any order.</param>
    public static BenchmarkPlan Restore(Benchmark benchmark, IReadOnlyList<PlanTarget> targets, ulong seed, IEnumerable<PlannedCall> calls) => new()
    {
        Benchmark = benchmark,
        Seed = seed,
        Targets = targets,
        Blocks =
        [
            .. calls.GroupBy(call => call.Block).OrderBy(block => block.Key).Select(block =>
            {
                var ordered = block.OrderBy(call => call.Position).ToArray();
                return new PlannedBlock(block.Key, ordered[0].WarmUp, ordered[0].Prompt, ordered);
            }),
        ],
    };

    private static string[] OrderOfPrompts(Benchmark benchmark, int blocksEach, SeededRandom random)
    {
        var order = benchmark.Prompts.SelectMany(prompt => Enumerable.Repeat(prompt.Name, blocksEach)).ToArray();
        random.Shuffle(order.AsSpan());
        return order;
    }

    private static PlannedBlock Lay(
        Benchmark benchmark, IReadOnlyList<PlanTarget> targets, int number, bool warmUp, string prompt, SeededRandom random, Func<Guid> fresh)
    {
        var keys = targets.Select(target => target.Key).ToArray();
        random.Shuffle(keys.AsSpan());
        // The tail of a version-7 GUID is random; its head is the time.
        var nonce = benchmark.Nonce ? $"Request {fresh().ToString("N")[^12..]}" : null;
        var calls = new PlannedCall[keys.Length];
        for (var position = 0; position < keys.Length; position++)
        {
            var stagger = benchmark.Order == TargetOrder.SideBySide ? benchmark.Stagger * random.NextDouble() : TimeSpan.Zero;
            calls[position] = new(fresh().ToString("N"), number, warmUp, keys[position], prompt, position, stagger, nonce);
        }

        return new(number, warmUp, prompt, calls);
    }
}
