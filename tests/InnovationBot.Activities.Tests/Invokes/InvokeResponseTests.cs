using System.Text.Json;

namespace InnovationBot.Activities.Tests.Invokes;

/// <summary>The bodies to the byte, as Teams' documentation shows them.</summary>
public sealed class InvokeResponseTests
{
    private static readonly RawJson Card = RawJson.Parse("""{"type":"AdaptiveCard","body":[]}""");

    [Fact]
    public void A_card_takes_the_old_ones_place() => Is(
        InvokeResponse.AdaptiveCard(Card),
        """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","body":[]}}""");

    [Fact]
    public void A_message_leaves_the_card() => Is(
        InvokeResponse.Message("Čestitke \"Mia\""),
        """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Čestitke \"Mia\""}""");

    [Fact]
    public void An_error_goes_over_HTTP_200() => Is(
        InvokeResponse.Error(404, "NotFound", "gone"),
        """{"statusCode":404,"type":"application/vnd.microsoft.error","value":{"code":"NotFound","message":"gone"}}""");

    [Fact]
    public void Search_results_are_at_most_fifteen()
    {
        Is(
            InvokeResponse.SearchResults([new SearchResult("Environment", "env")]),
            """{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[{"title":"Environment","value":"env"}]}}""");
        InvokeResponse.SearchResults(Enumerable.Range(0, 40).Select(n => new SearchResult($"{n}", $"{n}")))
            .Body!.Value.Element.GetProperty("value").GetProperty("results").GetArrayLength().ShouldBe(15);
    }

    [Fact]
    public void A_dialog_goes_on_or_closes()
    {
        Is(
            InvokeResponse.Dialog("Case", Card, "large", "small"),
            """{"task":{"type":"continue","value":{"title":"Case","height":"large","width":"small","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","body":[]}}}}}""");
        Is(InvokeResponse.DialogMessage("Saved"), """{"task":{"type":"message","value":"Saved"}}""");
        InvokeResponse.Empty.ShouldBe(new InvokeResponse(200));
    }

    [Fact]
    public void A_message_extension_answers_with_cards_or_a_text()
    {
        var preview = new Attachment { ContentType = ContentTypes.ThumbnailCard, Content = RawJson.Parse("""{"title":"x"}""") };
        Is(
            InvokeResponse.Results([new MessagingExtensionAttachment(ContentTypes.AdaptiveCard, Card, preview)]),
            """{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","body":[]},"preview":{"contentType":"application/vnd.microsoft.card.thumbnail","content":{"title":"x"}}}]}}""");
        Is(InvokeResponse.ResultsMessage("none"), """{"composeExtension":{"type":"message","text":"none"}}""");
    }

    [Fact]
    public void A_typeahead_request_is_read_with_its_defaults()
    {
        var request = SearchRequest.Of(Invoke("application/search", """{"dataset":"areas","queryOptions":{"skip":0,"top":15},"data":{"country":"SI"}}"""))!;
        (request.Kind, request.QueryText, request.Dataset, request.QueryOptions!.Top).ShouldBe(("search", "", "areas", 15));
        request.Data!.Value.GetProperty("country").GetString().ShouldBe("SI");
        SearchRequest.Of(Invoke("application/search", """{"queryText":7}""")).ShouldBeNull();
        SearchRequest.Of(Invoke("task/fetch", "{}")).ShouldBeNull();
    }

    [Fact]
    public void A_message_extension_request_is_read_by_parameter()
    {
        var query = MessagingExtensionQuery.Of(Invoke("composeExtension/query", """{"commandId":"cases","parameters":[null,{"name":"q","value":"permit"},{"name":"n","value":3}]}"""))!;
        query.Text("q").ShouldBe("permit");
        query.Text("n").ShouldBeNull();
        query.Text("other").ShouldBeNull();
        MessagingExtensionQuery.Of(Invoke("composeExtension/query", """{"parameters":[{"value":"permit"}]}"""))!.Text("q").ShouldBe("permit");
        MessagingExtensionQuery.Of(Invoke("composeExtension/query", "[]")).ShouldBeNull();
    }

    [Fact]
    public void A_value_is_read_by_its_path()
    {
        var fetch = Invoke("task/fetch", """{"data":{"case":"c1","n":1},"context":{"theme":"dark"}}""");
        InvokeValue.Text(fetch, "context", "theme").ShouldBe("dark");
        InvokeValue.Text(fetch, "data", "n").ShouldBeNull();
        InvokeValue.Text(fetch, "data", "case", "deeper").ShouldBeNull();
        InvokeValue.Text(new Activity(), "data").ShouldBeNull();
    }

    private static void Is(InvokeResponse response, string body)
    {
        response.Status.ShouldBe(200);
        response.Body!.Value.ToString().ShouldBe(body);
    }

    private static Activity Invoke(string name, string value) =>
        new() { Type = ActivityTypes.Invoke, Name = name, Value = JsonElement.Parse(value) };
}
