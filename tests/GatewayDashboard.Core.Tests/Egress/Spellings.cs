namespace GatewayDashboard.Core.Tests.Egress;

/// <summary>Addresses that lead somewhere private, or nowhere, in every spelling that has fooled somebody.</summary>
internal static class Spellings
{
    // Loopback and its neighbours as browsers, C libraries and URL parsers have read them.
    private static readonly string[] Hosts =
    [
        "127.0.0.1", "127.1", "127.0.1", "127.000.000.001", "0177.0.0.1", "0177.0.0.01", "017700000001", "0x7f.0.0.1", "0x7f.1", "0x7f000001", "0X7F000001", "2130706433", "127.0.0.1.",
        "127.9.9.9", "127.255.255.254", "0x7f090909", "2131298569", "0", "0.0.0.0", "00.00.00.00", "0x0", "0.0.0.1", "localhost", "LOCALHOST", "localhost.", "LocalHost.", "foo.localhost",
        "１２７.０.０.１", "１２７。０。０。１", "127。0。0。1", "127．0．0．1", "ⓛocalhost", "ｌｏｃａｌｈｏｓｔ", "①②⑦.⓪.⓪.①", "loc\u00adalhost", "%6c%6f%63%61%6c%68%6f%73%74", "127%2e0%2e0%2e1",
        "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::1%25lo]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:7f09:909]", "[0:0:0:0:0:ffff:7f00:1]", "[::127.0.0.1]",
        "[::7f00:1]", "[64:ff9b::7f00:1]", "[64:ff9b::127.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2002:7f00:1::1]", "[2002:a00:1::1]", "[2001:0:4136:e378:8000:63bf:80ff:fffe]", "[2001::1]", "[::ffff:0:127.0.0.1]",
        "10.0.0.1", "10.255.255.255", "012.0.0.1", "0xa.0.0.1", "167772161", "172.16.0.1", "172.31.255.255", "0xac100001", "192.168.0.1", "192.168.1.1", "3232235521", "0xc0a80001", "0300.0250.0.1", "192.168.257",
        "100.64.0.1", "100.127.255.255", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "4294967295", "0xffffffff",
        "169.254.169.254", "169.254.170.2", "169.254.0.1", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.43518", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::1]",
        "[fd00:ec2::254]", "[fe80::1]", "[fe80::1%25eth0]", "[fec0::1]", "[fc00::1]", "[fd12:3456:789a::1]", "[ff02::1]", "[ff05::2]", "[2001:db8::1]", "[100::1]", "[3fff::1]", "[5f00::1]", "100.100.100.200", "168.63.129.16", "192.0.0.192",
    ];

    public static IEnumerable<string> Of(int port)
    {
        foreach (var host in Hosts)
        {
            yield return $"https://{host}:{port}/v1";
            yield return $"http://{host}:{port}/v1";
            yield return $"HTTPS://{host}:{port}//v1/../v1";
        }

        foreach (var odd in Odd(port))
        {
            yield return odd;
        }
    }

    private static IEnumerable<string> Odd(int port) =>
    [
        // Names and passwords before the host, and what parsers make of the separators.
        $"https://api.groq.com@127.0.0.1:{port}/", $"https://api.groq.com:443@127.0.0.1:{port}/", $"https://127.0.0.1:{port}@api.groq.com/", $"https://api.groq.com%2F@127.0.0.1:{port}/", $"https://api.groq.com\\@127.0.0.1:{port}/",
        $"https://user:secret@localhost:{port}/", $"https://@127.0.0.1:{port}/", $"https://:@127.0.0.1:{port}/", $"https:\\\\127.0.0.1:{port}\\", $"https:/127.0.0.1:{port}/", $"https:127.0.0.1:{port}",
        $"https:///127.0.0.1:{port}/", $"https://\t127.0.0.1:{port}/", $"https://127.0.0.1\n:{port}/", $" https://127.0.0.1:{port}/ ", $"https://127.0.0.1:{port}#@api.groq.com/", $"https://127.0.0.1:{port}?@api.groq.com/",
        // Ports outside, or odd.
        "https://127.0.0.1:0/", "https://127.0.0.1:65536/", "https://127.0.0.1:-1/", "https://127.0.0.1:99999999999/", "https://127.0.0.1:/", $"https://127.0.0.1:0{port}/", "http://api.groq.com:0/", "https://127.0.0.1:80:443/",
        // Other schemes.
        $"file://127.0.0.1:{port}/etc/passwd", "file:///etc/passwd", $"gopher://127.0.0.1:{port}/_x", $"ftp://127.0.0.1:{port}/", "data:text/plain,hello", "javascript:alert(1)", "unix:/var/run/docker.sock", $"ws://127.0.0.1:{port}/", $"wss://127.0.0.1:{port}/", $"dict://127.0.0.1:{port}/", $"ldap://127.0.0.1:{port}/", $"net.tcp://127.0.0.1:{port}/", $"//127.0.0.1:{port}/", $"jar:https://127.0.0.1:{port}!/",
        // Plain http to the outside, which nobody allowed; look-alikes and dots that resolve to nothing public.
        "http://api.groq.com/openai/v1", "http://openrouter.ai/api/v1", "https://xn--lcalhost-cxb.invalid/", "https://lоcalhost.invalid/", "https://metadata.google.internal/", "https://instance-data.invalid/", "https://127.0.0.1.invalid/", "https://./", "https://../",
    ];
}
