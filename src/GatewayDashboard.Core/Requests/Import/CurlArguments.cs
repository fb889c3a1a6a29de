namespace GatewayDashboard.Core.Requests.Import;

/// <summary>Reads curl's options.</summary>
internal static class CurlArguments
{
    private static readonly Dictionary<char, string> s_short = new()
    {
        ['X'] = "request", ['H'] = "header", ['d'] = "data", ['u'] = "user", ['b'] = "cookie", ['A'] = "user-agent", ['e'] = "referer", ['x'] = "proxy",
        ['o'] = "output", ['m'] = "max-time", ['w'] = "write-out", ['F'] = "form", ['c'] = "cookie-jar", ['T'] = "upload-file", ['K'] = "config", ['E'] = "cert",
        ['s'] = "silent", ['S'] = "show-error", ['N'] = "no-buffer", ['f'] = "fail", ['L'] = "location", ['k'] = "insecure", ['i'] = "include", ['v'] = "verbose",
        ['g'] = "globoff", ['G'] = "get", ['#'] = "progress-bar", ['0'] = "http1.0",
    };

    private static readonly HashSet<string> s_withValue =
    [
        "request", "header", "data", "data-raw", "data-binary", "data-ascii", "data-urlencode", "json", "url", "user", "cookie", "user-agent", "referer", "proxy",
        "output", "max-time", "connect-timeout", "retry", "retry-delay", "retry-max-time", "write-out", "form", "cookie-jar", "upload-file", "config", "cert", "key",
        "cacert", "resolve", "limit-rate", "proxy-user", "oauth2-bearer", "interface", "trace", "trace-ascii", "dump-header", "url-query", "speed-limit", "speed-time",
    ];

    public static RawRequest Read(ShellCommand command)
    {
        var request = new RawRequest();
        request.Ignored.AddRange(command.Ignored);
        List<string> data = [];
        IReadOnlyList<string> words = command.Words;
        for (int at = 0; at < words.Count; at++)
        {
            string word = words[at];
            if (word.Length < 2 || word[0] != '-')
            {
                SetUrl(request, word);
                continue;
            }

            foreach ((string option, string? joined) in Options(word))
            {
                string? value = s_withValue.Contains(option) ? joined ?? (at + 1 < words.Count ? words[++at] : "") : null;
                Take(request, option, value, command.Input, data);
            }
        }

        if (data.Count > 0)
        {
            request.Body = string.Join('&', data);
        }

        return request;
    }

    // -sSXPOST is three options, the last one with its value.
    private static IEnumerable<(string Option, string? Value)> Options(string word)
    {
        if (word.StartsWith("--", StringComparison.Ordinal))
        {
            int equals = word.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0 ? (word[2..], null) : (word[2..equals], word[(equals + 1)..]);
            yield break;
        }

        for (int at = 1; at < word.Length; at++)
        {
            string option = s_short.GetValueOrDefault(word[at], word[at].ToString());
            bool takesRest = s_withValue.Contains(option) && at + 1 < word.Length;
            yield return (option, takesRest ? word[(at + 1)..] : null);
            if (takesRest)
            {
                yield break;
            }
        }
    }

    private static void Take(RawRequest request, string option, string? value, string? input, List<string> data)
    {
        switch (option)
        {
            case "request":
                request.Method = value;
                break;
            case "url":
                SetUrl(request, value!);
                break;
            case "header" when value!.StartsWith('@'):
                request.Ignored.Add("headers read from a file");
                break;
            case "header":
                SetHeader(request, value!);
                break;
            case "data" or "data-ascii" or "data-binary" or "json" when value!.StartsWith('@'):
                FromFile(request, option, value!, input, data);
                break;
            case "data" or "data-ascii" or "data-binary" or "data-raw" or "json":
                data.Add(value!);
                break;
            case "user" or "cookie" or "proxy-user" or "oauth2-bearer" or "cert" or "key":
                request.Dropped.Add($"--{option}");
                break;
            default:
                request.Ignored.Add(value is null ? $"--{option}" : $"--{option} {Marked.Plain(value)}");
                break;
        }
    }

    private static void FromFile(RawRequest request, string option, string value, string? input, List<string> data)
    {
        if (input is null)
        {
            request.Ignored.Add($"the file {Marked.Plain(value[1..])}, which is on the machine the command came from");
            return;
        }

        // curl's --data takes line breaks out of what it reads; the others leave it alone.
        data.Add(option is "data" or "data-ascii" ? input.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal) : input);
    }

    private static void SetHeader(RawRequest request, string header)
    {
        int colon = header.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            request.Headers.Add(new(header[..colon].Trim(), header[(colon + 1)..].Trim(' ', '\t')));
        }
        else
        {
            request.Ignored.Add($"the header {Marked.Plain(header).TrimEnd(';')}, which has no value");
        }
    }

    private static void SetUrl(RawRequest request, string word)
    {
        if (request.Url is null)
        {
            request.Url = word;
        }
        else
        {
            request.Ignored.Add($"the further address {Marked.Plain(word)}");
        }
    }
}
