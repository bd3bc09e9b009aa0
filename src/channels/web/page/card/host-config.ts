import { HostConfig } from "adaptivecards";

const colour = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name})` });
const foregroundColors = {
  default: { default: "var(--text)", subtle: "var(--text-quiet)" },
  dark: colour("text"),
  light: colour("text-quiet"),
  accent: colour("accent-text"),
  good: colour("good"),
  warning: colour("warning"),
  attention: colour("attention"),
};
const surface = (background: string, border: string) => ({
  backgroundColor: `var(--${background})`,
  borderColor: `var(--${border})`,
  foregroundColors,
});

/** The chat's look for Microsoft's renderer; colours and fonts are the page's own, so that light and dark follow by themselves. */
export const hostConfig = new HostConfig({
  fontTypes: {
    default: {
      fontFamily: "inherit",
      fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
      fontWeights: { lighter: 400, default: 400, bolder: 600 },
    },
    monospace: { fontFamily: "ui-monospace, monospace" },
  },
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  containerStyles: {
    default: surface("card", "line"),
    emphasis: surface("card-row", "line"),
    accent: surface("card-chosen", "accent"),
    good: surface("card-row", "good"),
    warning: surface("card-row", "warning"),
    attention: surface("card-row", "attention"),
  },
  textStyles: { heading: { size: "medium", weight: "bolder" } },
  actions: {
    maxActions: 6,
    spacing: "medium",
    // The gap comes from the style sheet, so that buttons may wrap.
    buttonSpacing: 0,
    actionAlignment: "left",
    actionsOrientation: "horizontal",
    allowTitleToWrap: true,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: "" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", weight: "bolder", spacing: "small" },
    allowDynamicallyFilteredChoiceSet: false,
  },
});
