Console.WriteLine("Simulator");
