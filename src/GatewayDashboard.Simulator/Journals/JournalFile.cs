using System.Threading.Channels;

namespace GatewayDashboard.Simulator.Journals;

/// <summary>Writes the journal to a file as NDJSON, off the sending thread.</summary>
internal sealed class JournalFile : IAsyncDisposable
{
    private readonly Channel<JournalEntry> _lines = Channel.CreateUnbounded<JournalEntry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly StreamWriter _file;
    private readonly Task _writing;

    public JournalFile(string path, Journal journal)
    {
        _file = new StreamWriter(path, append: false);
        journal.Added += entry => _lines.Writer.TryWrite(entry);
        _writing = Task.Run(WriteAsync);
    }

    private async Task WriteAsync()
    {
        while (await _lines.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_lines.Reader.TryRead(out var entry))
            {
                await _file.WriteLineAsync(JournalLine.Write(entry)).ConfigureAwait(false);
            }

            await _file.FlushAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }
}
