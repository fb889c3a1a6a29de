using System.Collections.Concurrent;
using System.Diagnostics;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>The one thread that writes all streams: it sleeps until the next send is due, stamps, sends and stamps again.</summary>
internal sealed class Sender : IDisposable
{
    private readonly ConcurrentQueue<Exchange> _arrivals = new();
    private readonly PriorityQueue<Exchange, long> _due = new();
    private readonly SenderAlarm _alarm = new();
    private readonly Thread _thread;
    private volatile bool _stopping;

    public Sender()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "simulated gateways: sender", Priority = ThreadPriority.Highest };
        _thread.Start();
    }

    public void Play(Exchange exchange)
    {
        _arrivals.Enqueue(exchange);
        _alarm.Ring();
    }

    private void Run()
    {
        SenderAlarm.SharpenTimer();
        while (!_stopping)
        {
            while (_arrivals.TryDequeue(out var arrived))
            {
                _due.Enqueue(arrived, arrived.NextDue);
            }

            if (!_due.TryPeek(out var exchange, out var due))
            {
                _alarm.WaitUntil(long.MaxValue);
            }
            else if (Stopwatch.GetTimestamp() < due)
            {
                _alarm.WaitUntil(due);
            }
            else
            {
                _due.Dequeue();
                if (exchange.SendNext())
                {
                    _due.Enqueue(exchange, exchange.NextDue);
                }
            }
        }

        while (_due.TryDequeue(out var left, out _) || _arrivals.TryDequeue(out left))
        {
            left.Abandon();
        }
    }

    public void Dispose()
    {
        _stopping = true;
        _alarm.Ring();
        _thread.Join();
        _alarm.Dispose();
    }
}
