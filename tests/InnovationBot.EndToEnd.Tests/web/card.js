// Draws one card as Teams would, near enough to judge it: Microsoft's renderer, with fonts, spacing and colours after
// Teams, and the Badge that Teams adds to schema 1.5.

function hostConfig(colours) {
  const foreground = { default: { default: colours.text, subtle: colours.subtle }, accent: { default: colours.link, subtle: colours.link } };
  const text = { ...foreground, dark: foreground.default, light: foreground.default, good: foreground.default, warning: foreground.default, attention: foreground.default };
  const style = backgroundColor => ({ backgroundColor, foregroundColors: text });
  return {
    fontFamily: "'Segoe UI', 'Liberation Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    supportsInteractivity: true,
    containerStyles: {
      default: style(colours.card), emphasis: style(colours.quiet), accent: style(colours.accent),
      good: style(colours.good), warning: style(colours.warning), attention: style(colours.attention),
    },
    actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left", showCard: { actionMode: "inline", inlineTopMargin: 8, style: "emphasis" } },
    factSet: { title: { weight: "bolder", wrap: true, maxWidth: 120 }, value: { wrap: true }, spacing: 12 },
    inputs: { label: { inputSpacing: "small", requiredInputs: { suffix: " *" } }, errorMessage: { weight: "bolder" } },
    textStyles: { heading: { size: "medium", weight: "bolder" }, columnHeader: { weight: "bolder" } },
  };
}

class Badge extends AdaptiveCards.CardElement {
  static textProperty = new AdaptiveCards.StringProperty(AdaptiveCards.Versions.v1_0, "text");
  static styleProperty = new AdaptiveCards.StringProperty(AdaptiveCards.Versions.v1_0, "style");

  getJsonTypeName() { return "Badge"; }

  internalRender() {
    const badge = document.createElement("span");
    badge.className = `badge ${this.getValue(Badge.styleProperty) ?? ""}`;
    badge.textContent = this.getValue(Badge.textProperty);
    const line = document.createElement("div");
    line.append(badge);
    return line;
  }
}

// What is cut off: wider than its box, or reaching beyond the card.
function cut(card) {
  const right = card.getBoundingClientRect().right;
  const shown = [...card.querySelectorAll("*")].filter(element => element.getClientRects().length > 0);
  const hidden = shown.filter(element => getComputedStyle(element).overflow === "hidden" && element.scrollWidth > element.clientWidth + 1);
  const beyond = shown.filter(element => element.getBoundingClientRect().right > right + 1);
  return [...new Set([...hidden, ...beyond].map(element => (element.innerText || element.className || element.tagName).slice(0, 60)))];
}

// Draws into a place of its own, in the colours of that place.
function drawInto(holder, json, colours, options) {
  for (const [name, value] of Object.entries(colours)) holder.style.setProperty(`--${name}`, value);
  const elements = AdaptiveCards.GlobalRegistry.elements;
  elements.unregister("Badge");
  if (options.badges) elements.register("Badge", Badge);
  // The renderer tests "lang" with a pattern that remembers where it stopped, and so would refuse every second card.
  AdaptiveCards.AdaptiveCard.langProperty.regEx.lastIndex = 0;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit({ linkify: true }).render(text);
    result.didProcess = true;
  };

  holder.style.width = `${options.width}px`;
  const context = new AdaptiveCards.SerializationContext();
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig(colours));
  card.parse(JSON.parse(json), context);
  const element = card.render();
  holder.replaceChildren(...(element ? [element] : []));
  if (options.open) holder.querySelectorAll(".ac-pushButton.expandable").forEach(button => button.click());

  const complaints = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  const results = card.validateProperties();
  for (const failure of results.validationEvents) complaints.push(failure.message);
  if (!element) complaints.push("nothing was drawn");
  return { complaints: [...new Set(complaints)], cut: cut(holder) };
}

// The same card in several looks side by side, as one picture shows them.
function drawCard(json, looks) {
  const holders = looks.map(() => {
    const holder = document.createElement("div");
    holder.className = "card";
    return holder;
  });
  document.getElementById("sheet").replaceChildren(...holders);
  return looks.map((look, i) => drawInto(holders[i], json, look.colours, look));
}
