using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Transfer;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Tests.Transfer;

/// <summary>Columns as people in six languages call them, wrongly spelt ones too.</summary>
public sealed class ColumnNamesTests
{
    [Theory]
    [InlineData(RecordKind.Cases, "No.;Title;The problem;What we did;Outcome;Lessons learned;Year", ";title;problem;what_was_done;outcome;lesson;year")]
    [InlineData(RecordKind.Cases, "Šifra;Naslov primera;TEZAVA;Kaj je bilo narejeno;Izid;Nauk;Leto;Država", "id;title;problem;what_was_done;outcome;lesson;year;country")]
    [InlineData(RecordKind.Cases, "Løbenummer;Overskrift;Problemet;Løsning;Udfald;Hvad lærte vi;Årstal", "id;title;problem;what_was_done;outcome;lesson;year")]
    [InlineData(RecordKind.Cases, "Kenmerk;Titel;Knelpunt;Aanpak;Uitkomst;Geleerde lessen;Jaartal", "id;title;problem;what_was_done;outcome;lesson;year")]
    [InlineData(RecordKind.Cases, "Référence;Intitulé;Difficulté;Démarche;Issue;Enseignements;Année", "id;title;problem;what_was_done;outcome;lesson;year")]
    [InlineData(RecordKind.Cases, "Aktenzeichen;Überschrift;Schwierigkeit;Lösung;Ausgang;Lehre;Jahreszahl", "id;title;problem;what_was_done;outcome;lesson;year")]
    [InlineData(RecordKind.Cases, "ID;Titel;Ploblem;What was don;outcom;Shoe size", "id;title;problem;what_was_done;outcome;")]
    [InlineData(RecordKind.Members, "E-naslov;Ime in priimek;Občina;Vloga;Jeziki", "email;name;organisation;role;languages")]
    [InlineData(RecordKind.Members, "mail;Navn;Kommune;Stilling;Sprog", "email;name;organisation;role;languages")]
    [InlineData(RecordKind.Members, "Courriel;Nom complet;Commune;Fonction;Langues", "email;name;organisation;role;languages")]
    [InlineData(RecordKind.Organisations, "Kennung;Name der Organisation;Verwaltungsebene;Sektor;Land;Übergeordnete", "id;name;tier;sector;country;parent")]
    [InlineData(RecordKind.Organisations, "sleutel;naam van de organisatie;bestuurslaag;soort organisatie;land;website", "id;name;tier;sector;country;website")]
    public void A_column_is_proposed_as_the_field_it_means(RecordKind kind, string columns, string fields) =>
        string.Join(';', ColumnNames.Propose(columns.Split(';'), kind)).ShouldBe(fields);

    [Theory]
    [InlineData("id,title,problem,what_was_done,outcome", RecordKind.Cases)]
    [InlineData("email,name,organisation", RecordKind.Members)]
    [InlineData("id,name,tier,sector,country,parent", RecordKind.Organisations)]
    [InlineData("E-Mail,Name,Behörde,Rolle", RecordKind.Members)]
    [InlineData("Naziv,Opombe", null)]
    [InlineData("Spalte 1,Spalte 2", null)]
    public void What_a_file_holds_is_known_only_when_its_columns_leave_no_doubt(string columns, RecordKind? kind) => ColumnNames.Kind(columns.Split(',')).ShouldBe(kind);

    [Fact]
    public void Every_wording_of_a_field_in_every_language_means_that_field_and_every_field_has_a_label_of_its_own()
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            foreach (var language in Language.Spoken)
            {
                var say = Say.In(language);
                var fields = RecordShape.Of(kind).Fields;
                fields.Select(field => ColumnNames.Label(field, say)).ShouldBeUnique();
                foreach (var field in fields) ColumnNames.Propose([ColumnNames.Label(field, say)], kind).ShouldBe([field], $"{language}: {ColumnNames.Label(field, say)}");
            }
        }
    }

    [Fact]
    public void Every_mend_is_worded_in_every_language()
    {
        var type = typeof(Mend);
        var mends = type.GetFields().Where(one => one.IsStatic && one.FieldType == type).Select(one => (Mend)one.GetValue(null)!)
            .Concat(type.GetMethods().Where(one => one.IsStatic && one.ReturnType == type).Select(one => (Mend)one.Invoke(null, [.. one.GetParameters().Select(Sample)])!)).ToList();
        mends.Count.ShouldBeGreaterThan(50);
        foreach (var mend in mends)
            foreach (var language in Language.Spoken) Say.In(language).Fault(new FileFault(3, "title", mend)).ShouldContain("3, title");
    }

    private static object Sample(System.Reflection.ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(int) => 7,
        var type when type == typeof(long) => 7L,
        var type when type == typeof(char) => '\u0007',
        var type when type == typeof(string) => "x",
        _ => new List<string> { "a", "b" },
    };
}
