import { textWidth } from "../../src/charts/font.ts";

export interface DrawnText {
  readonly text: string;
  readonly fill: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const ENTITIES: { readonly [entity: string]: string } = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** The lines of text of one of our pictures and the boxes that they take (cap height above the baseline, descenders below). */
export function drawnTexts(svg: string): readonly DrawnText[] {
  const pattern =
    /<text x="([^"]+)" y="([^"]+)"[^>]* font-size="([^"]+)" fill="([^"]+)" text-anchor="([^"]+)"[^>]*>([^<]*)<\/text>/g;
  return [...svg.matchAll(pattern)].map(([, x, y, fontSize, fill = "", anchor, escaped = ""]) => {
    const text = escaped.replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
    const size = Number(fontSize);
    const width = textWidth(text, size);
    const left = Number(x) - width * (anchor === "end" ? 1 : anchor === "middle" ? 0.5 : 0);
    const baseline = Number(y);
    return { text, fill, left, right: left + width, top: baseline - size * 0.73, bottom: baseline + size * 0.22 };
  });
}
