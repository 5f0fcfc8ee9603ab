using Spectre.Console;
using Spectre.Console.Rendering;

namespace InnovationBot.Service.Demo.Terminal;

/// <summary>Sets something apart by a line along its left side.</summary>
internal sealed class Bar(IRenderable inner, string line, Style style) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var measured = inner.Measure(options, maxWidth - line.Length);
        return new Measurement(measured.Min + line.Length, measured.Max + line.Length);
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var each in Segment.SplitLines(inner.Render(options, maxWidth - line.Length), maxWidth - line.Length))
        {
            yield return new Segment(line, style);
            foreach (var segment in each) yield return segment;
            yield return Segment.LineBreak;
        }
    }
}
