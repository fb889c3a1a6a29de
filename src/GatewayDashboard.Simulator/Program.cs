using System.Runtime.InteropServices;
using GatewayDashboard.Simulator;

SimulatorOptions options;
try
{
    options = SimulatorCommandLine.Parse(args);
}
catch (SimulatorStartException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    Console.Error.WriteLine(SimulatorCommandLine.Usage);
    return 2;
}

var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

try
{
    await using var gateways = await SimulatedGateways.StartAsync(options);
    Console.WriteLine($"listening {gateways.Address.GetLeftPart(UriPartial.Authority)}");
    await stop.Task;
    return 0;
}
catch (SimulatorStartException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 2;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}
