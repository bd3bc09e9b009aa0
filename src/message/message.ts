import type { Chart } from "./chart.ts";
import type { Form } from "./form.ts";

/** A run of text. Plain strings are literal: a channel escapes them, so what a person wrote never becomes markup or a mention. */
export type Span =
  | string
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "emphasis"; readonly text: string }
  /** A phone number as people write it, to be tapped. */
  | { readonly kind: "phone"; readonly text: string }
  /** A person who must act; the channel turns it into its own mention. */
  | { readonly kind: "mention"; readonly person: string; readonly text: string };

export type Words = string | readonly Span[];

/** Something to tap. `action` is opaque to channels: they hand it back as it was (at most 1,500 characters). */
export interface Option {
  readonly label: string;
  readonly action: string;
  /** The main thing to do here; at most one a message. */
  readonly primary?: boolean;
  /** Tapping opens a form: the channel asks the coach for it and shows it as a dialog. */
  readonly opensForm?: boolean;
}

/** A described choice: drawn as a row that can be tapped as a whole, with its mark (a level's number) in front. */
export interface DescribedOption extends Option {
  readonly mark: string;
  readonly description: string;
  /** A sign by which one knows it in an ordinary week; drawn quieter, under the description. */
  readonly sign?: string;
  readonly chosen?: boolean;
}

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly words: Words; readonly tone?: "quiet" }
  | { readonly kind: "facts"; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  /** `more` is what a person needs seldom: the channel may hide it behind its overflow menu. */
  | {
      readonly kind: "choices";
      readonly options: readonly Option[];
      readonly more?: readonly Option[];
      readonly moreLabel?: string;
    }
  | { readonly kind: "levels"; readonly options: readonly DescribedOption[] }
  /** Fields in the message itself, with their own button: for one or two short ones. A longer form opens as a dialog (Option.opensForm). */
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "progress"; readonly done: number; readonly total: number; readonly label: string }
  | { readonly kind: "picture"; readonly chart: Chart; readonly alt: string }
  /** A file that is fetched by its id (src/channels/file-source.ts), for the person in whose private chat it stands. `size` in bytes. */
  | {
      readonly kind: "file";
      readonly file: string;
      readonly name: string;
      readonly size: number;
      /** What the link says, and what is said of it beside. */
      readonly label: string;
      readonly note: string;
    }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** What the coach says, before any channel has drawn it. `text` holds all of it for screen readers and notifications; never empty. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly language: "fi" | "en";
  /** The round whose thread begins under this message (its card in the channel): a Place of kind "thread" of that round leads here. */
  readonly startsThread?: string;
}
