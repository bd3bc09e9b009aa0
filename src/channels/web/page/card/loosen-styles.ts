/** Inline styles of the renderer that the page's own style sheet decides instead (style/card.css), by the elements that carry them. */
const LOOSENED: readonly { readonly of: string; readonly styles: readonly string[] }[] = [
  { of: ".ac-textBlock, .ac-richTextBlock", styles: ["white-space", "overflow", "word-wrap"] },
  { of: ".ac-textBlock, .ac-textRun", styles: ["line-height"] },
  { of: ".ac-actionSet", styles: ["justify-content"] },
  { of: ":has(> .ac-actionSet)", styles: ["overflow"] },
  {
    of: "[role='button']:is(.ac-container, .ac-columnSet)",
    styles: ["padding", "margin"],
  },
  { of: "textarea", styles: ["min-height"] },
];

export function loosenStyles(host: HTMLElement): void {
  for (const { of, styles } of LOOSENED) {
    for (const element of host.querySelectorAll<HTMLElement>(of)) {
      for (const style of styles) element.style.removeProperty(style);
    }
  }
}
