using System.Collections.Concurrent;
using System.Diagnostics;

namespace GatewayDashboard.Simulator.Serving;

/// <summary>The one thread that writes all streams: it sleeps until the next send is due, stamps, sends and stamps again.</summary>
internal sealed class Sender : IDisposable
{
    // How long before a send the thread is awake, and how long after a send its way through the kernel stays warm.
    private static readonly long Lead = Stopwatch.Frequency / 6_000;
    private static readonly long Warm = Stopwatch.Frequency / 2_000;

    private readonly ConcurrentQueue<Exchange> _arrivals = new();
    private readonly PriorityQueue<Exchange, long> _due = new();
    private readonly SenderAlarm _alarm = new();
    private readonly SendRehearsal _rehearsal = new();
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
        SenderAlarm.Sharpen();
        var lastSend = 0L;
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
            else if (Stopwatch.GetTimestamp() is var now && now < due)
            {
                Wait(due, now, lastSend);
            }
            else
            {
                _due.Dequeue();
                var again = exchange.SendNext();
                lastSend = Stopwatch.GetTimestamp();
                if (again)
                {
                    // A stream that is always overdue goes behind those that have become due meanwhile, so that it starves nobody.
                    _due.Enqueue(exchange, Math.Max(exchange.NextDue, lastSend));
                }
            }
        }

        while (_due.TryDequeue(out var left, out _) || _arrivals.TryDequeue(out left))
        {
            left.Abandon();
        }
    }

    private void Wait(long due, long now, long lastSend)
    {
        if (due - now > Lead)
        {
            _alarm.WaitUntil(due - Lead);
        }
        else if (now - lastSend < Warm)
        {
            _alarm.WaitUntil(due);
        }
        else
        {
            _rehearsal.Run();
            while (Stopwatch.GetTimestamp() < due && _arrivals.IsEmpty)
            {
                Thread.SpinWait(10);
            }
        }
    }

    public void Dispose()
    {
        _stopping = true;
        _alarm.Ring();
        _thread.Join();
        _alarm.Dispose();
        _rehearsal.Dispose();
    }
}
