using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace InnovationBot.Service.Watching;

/// <summary>
/// What the program's own instruments, and those of the runtime, measured since the start, as the page that Prometheus reads (text format 0.0.4).
/// Kept here and not by a collector's library, so that whoever only wants the page pays for no more than the sums.
/// </summary>
internal sealed class Measurements : IDisposable
{
    /// <summary>Seconds: from a cached answer to a message that waited for a working day.</summary>
    private static readonly double[] Bounds = [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 600, 3600, 86_400];

    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> all = new();
    private readonly MeterListener listener = new();

    /// <param name="meters">This program's; the instruments of another one in the same process are not heard.</param>
    public Measurements(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, heard) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters) ? instrument.Meter.Name.StartsWith("InnovationBot.", StringComparison.Ordinal) : instrument.Meter.Name == "System.Runtime")
                heard.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Take(instrument, value, labels));
        listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Take(instrument, value, labels));
        listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Take(instrument, value, labels));
        listener.Start();
    }

    public string Page()
    {
        listener.RecordObservableInstruments();
        var page = new StringBuilder(16 * 1024);
        foreach (var group in all.GroupBy(one => one.Key.Instrument).OrderBy(group => Name(group.Key), StringComparer.Ordinal))
        {
            var name = Name(group.Key);
            page.Append("# HELP ").Append(name).Append(' ').Append((group.Key.Description ?? "").ReplaceLineEndings(" ")).Append('\n');
            page.Append("# TYPE ").Append(name).Append(' ').Append(Kind(group.Key)).Append('\n');
            foreach (var (key, series) in group.OrderBy(one => one.Key.Labels, StringComparer.Ordinal)) series.Write(page, name, key.Labels);
        }

        return page.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
        all.GetOrAdd((instrument, Labels(labels)), static key => new Series(Kind(key.Instrument) == "histogram", key.Instrument.IsObservable || Kind(key.Instrument) == "gauge")).Add(value, instrument is UpDownCounter<long>);

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        if (labels.Length == 0) return "";
        var text = new StringBuilder(64);
        foreach (var (label, value) in labels)
        {
            if (value is null) continue;
            text.Append(text.Length == 0 ? "" : ",").Append(label.Replace('.', '_')).Append("=\"");
            text.Append(Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")).Append('"');
        }

        return text.ToString();
    }

    private static string Kind(Instrument instrument) => instrument.GetType().Name switch
    {
        "Counter`1" or "ObservableCounter`1" => "counter",
        "Histogram`1" => "histogram",
        _ => "gauge",
    };

    private static string Name(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", "ms" => "_milliseconds", _ => "" };
        return instrument.Name.Replace('.', '_') + unit + (Kind(instrument) == "counter" ? "_total" : "");
    }

    private sealed class Series(bool isHistogram, bool isLast)
    {
        private readonly Lock gate = new();
        private readonly long[] counts = isHistogram ? new long[Bounds.Length] : [];
        private double value;
        private long count;

        public void Add(double measured, bool isChange)
        {
            lock (gate)
            {
                value = isLast && !isChange ? measured : value + measured;
                count++;
                for (var i = 0; i < counts.Length; i++)
                    if (measured <= Bounds[i]) counts[i]++;
            }
        }

        public void Write(StringBuilder page, string name, string labels)
        {
            lock (gate)
            {
                if (!isHistogram)
                {
                    Line(page, name, labels, value);
                    return;
                }

                var before = labels.Length == 0 ? "" : labels + ",";
                for (var i = 0; i < counts.Length; i++) Line(page, name + "_bucket", $"{before}le=\"{Bounds[i].ToString(CultureInfo.InvariantCulture)}\"", counts[i]);
                Line(page, name + "_bucket", before + "le=\"+Inf\"", count);
                Line(page, name + "_sum", labels, value);
                Line(page, name + "_count", labels, count);
            }
        }

        private static void Line(StringBuilder page, string name, string labels, double number)
        {
            page.Append(name);
            if (labels.Length > 0) page.Append('{').Append(labels).Append('}');
            page.Append(' ').Append(number.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }
    }
}
