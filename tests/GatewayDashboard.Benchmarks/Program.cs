using GatewayDashboard.Benchmarks;
using GatewayDashboard.Benchmarks.Accuracy;

return args.FirstOrDefault() switch
{
    "accuracy" => await AccuracyCommand.RunAsync(HarnessOptions.Parse(args[1..])),
    "throughput" => ThroughputCommand.Run(HarnessOptions.Parse(args[1..])),
    _ => HarnessOptions.Explain(),
};
