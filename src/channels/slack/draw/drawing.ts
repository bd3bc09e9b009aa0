import type { Chart } from "../../../message/chart.ts";
import type { Language } from "../../../text/text.ts";

/** The Slack user id of a person, or undefined for someone without an account on this installation: then their name is drawn. */
export type Mention = (person: string) => string | undefined;

/** What a message is drawn with besides its own words. */
export interface SlackDrawing {
  readonly mention: Mention;
  /** The uploaded picture of a chart; undefined draws its description instead. */
  readonly picture: (chart: Chart, alt: string) => { readonly kind: "file"; readonly id: string } | undefined;
}

/** What one block is drawn with. */
export interface BlockDrawing extends SlackDrawing {
  readonly language: Language;
  /** The most characters of one paragraph, fact or table: less than it has where the whole message would not fit. */
  readonly room: number;
  /** The block's place in the message: it keeps ids apart. */
  readonly nth: number;
}
