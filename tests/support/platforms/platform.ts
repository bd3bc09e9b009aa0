import type { Node } from "./nodes.ts";

/** Where something stands on a platform. A platform has one team's channel (or group chat) here. */
export type Spot =
  | { readonly kind: "private"; readonly user: string }
  /** `only`: what the platform shows to one person of it alone; what is said there is said by a command. */
  | { readonly kind: "channel"; readonly only?: string }
  /** Under which message of the channel. */
  | { readonly kind: "thread"; readonly root: string };

/** A message of Luotsi's as it stands there now. */
export interface Sheet {
  readonly id: string;
  /** All that can be read on it. */
  readonly words: string;
  readonly buttons: readonly Button[];
  readonly hasPicture: boolean;
}

export interface Button {
  readonly label: string;
  /** What the platform knows of it. */
  readonly node: Node;
}

/** What someone wrote. */
export interface Said {
  readonly id: string;
  readonly user: string;
  readonly where: Spot;
  readonly text: string;
  /** Where Luotsi answers it. */
  readonly answered: Spot;
}

/** A form that stands open before someone. */
export interface Dialog {
  readonly title: string;
  readonly words: string;
  /** Field id → the labels of what can be chosen there; none where one types. */
  readonly fields: { readonly [field: string]: readonly string[] };
  /** With what stands in it already, and this beside: a choice by its label or value. */
  submit(values?: { readonly [field: string]: string | readonly string[] }): Promise<Submitted>;
}

export type Submitted =
  /** With a last word, which the platform shows in the dialog's place. */
  | { readonly kind: "closed"; readonly told?: string }
  /** With mistakes, or another form of the same dialog. */
  | { readonly kind: "stays"; readonly dialog: Dialog; readonly words: string };

export interface PersonThere {
  readonly user: string;
  readonly name: string;
  readonly language: "fi" | "en";
  readonly admin?: boolean;
}

export interface GivenFile {
  readonly name: string;
  readonly text: string;
}

/** A platform from its people's side: what they do reaches Luotsi as the platform sends it, what Luotsi sends is what they see. */
export interface Platform {
  readonly name: "slack" | "teams";
  readonly people: readonly PersonThere[];
  /** The team's name, as the platform has it. */
  readonly team: string;
  sheets(where: Spot): readonly Sheet[];
  /** The thread that begins under a message of the channel. */
  under(sheet: Sheet): Spot;
  /** Luotsi is put into the channel. */
  addsLuotsi(user: string): Promise<void>;
  /** Writes; in a channel or thread to Luotsi by name. */
  says(user: string, text: string, where: Spot): Promise<Said>;
  edits(said: Said, text: string): Promise<void>;
  /** Drags a file into the private chat. */
  sendsFile(user: string, file: GivenFile): Promise<void>;
  /** Takes the newest file that Luotsi gave there, saying yes where the platform asks; undefined while there is none. */
  takesFile(user: string): Promise<GivenFile | undefined>;
  /** What taps on a message were answered with through the tap itself (Slack: its response URL; Teams: the answer to its invoke), in order. */
  inPlace(sheet: Sheet): readonly string[];
  /** Taps what opens no form. */
  taps(user: string, sheet: Sheet, button: Button, where: Spot): Promise<void>;
  /** Taps what opens a form. */
  opens(user: string, sheet: Sheet, button: Button, where: Spot): Promise<Dialog>;
}
