using System.Text;

namespace InnovationBot.Service.Tests.FirstDay;

/// <summary>The three files of a country's network on its first day, made up.</summary>
internal static class Spreadsheets
{
    public const int Members = 380;
    public const int Ambassadors = 70;
    public const int Cases = 120;
    private const int Organisations = 40;

    private static readonly (string Topic, string Problem, string Done)[] Subjects =
    [
        ("building permits", "People wait weeks for a building permit and the phone is never answered.", "Every applicant is rung before anything is filed."),
        ("school places", "Parents learn too late which school has a place for their child.", "Places are shown on a map as they become free."),
        ("home care", "Older people get a different carer every day.", "One small team plans its own visits."),
        ("street lights", "Broken street lights stay dark for a month.", "Residents report the number on the lamp post."),
        ("bus stops", "Passengers miss the last bus since the timetable hangs on the wrong side.", "Drivers photograph every stop twice a year."),
        ("waste collection", "Bins are left standing after public holidays.", "A text message names the new day."),
        ("tax letters", "Nobody understands the letter about the property tax.", "Ten taxpayers rewrote it with us."),
        ("job centre", "Unemployed people come three times with the same papers.", "Papers are kept for all counters."),
        ("playgrounds", "Swings stay closed for a year after an inspection.", "The inspector carries the spare parts."),
        ("flood warnings", "Flood warnings arrive after the water.", "Farmers upstream press one button."),
        ("library hours", "The library closes before people come home from work.", "A door opens with the library card."),
        ("water meters", "Every second water bill is wrong.", "Households send a photo of the meter."),
    ];

    public static string NameOf(int member) => $"Member Number{member:000}";

    public static string EmailOf(int member) => $"member{member:000}@town{member % Organisations:00}.example";

    public static void Write(string folder)
    {
        List<string> organisations = ["id,name,tier,sector,country,domains", "lipovec,Občina Lipovec,local,public,SI,lipovec.example"];
        organisations.AddRange(Enumerable.Range(0, Organisations - 1).Select(i => $"town{i:00},Town {i:00},{(i % 5 == 0 ? "regional" : "local")},public,SI,town{i:00}.example"));
        List<string> members = ["email,name,organisation,role,languages,country,zone,topics,ambassador,visibility", "you@lipovec.example,You Yourself,lipovec,network team,sl;en,SI,Europe/Ljubljana,,false,unlisted"];
        members.AddRange(Enumerable.Range(0, Members - 1).Select(i =>
            $"{EmailOf(i)},{NameOf(i)},{(i % Organisations == Organisations - 1 ? "lipovec" : $"town{i % Organisations:00}")},officer,sl;en,SI,Europe/Ljubljana,{Subjects[i % Subjects.Length].Topic},{(i < Ambassadors ? "true" : "false")},listed"));
        List<string> cases = ["id,title,problem,what_was_done,outcome,result,lesson,organisation,contacts,year,language"];
        cases.AddRange(Enumerable.Range(0, Cases).Select(i =>
        {
            var (topic, problem, done) = Subjects[i % Subjects.Length];
            var outcome = (i % 4) switch { 0 => "succeeded", 1 => "partly", 2 => "failed", _ => "stopped_early" };
            return $"case{i:000},\"{topic} in town {i / Subjects.Length}\",\"{problem}\",\"{done}\",{outcome},{(i == 7 ? "" : "Half as many came back.")},\"Begin with those who do the work, {i}.\",town{i % (Organisations - 1):00},{EmailOf(i % Ambassadors)},{2018 + i % 7},en";
        }));
        foreach (var (name, lines) in new[] { ("organisations", organisations), ("members", members), ("cases", cases) })
            File.WriteAllLines(Path.Combine(folder, $"{name}.csv"), lines, Encoding.UTF8);
    }
}
