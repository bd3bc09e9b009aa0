import type { RequestOf, TakenView, WebMessage } from "../../api.ts";

/** What a person does. Every one of them is sent with an event id and may be sent again with the same one. */
export type Deed = {
  readonly [Verb in "say" | "edit" | "delete" | "tap" | "submit" | "open" | "join" | "file"]: {
    readonly verb: Verb;
  } & Omit<RequestOf<Verb>, "eventId">;
}["say" | "edit" | "delete" | "tap" | "submit" | "open" | "join" | "file"];

/** Input id → what stands in it, and the action's own data. */
export type Values = RequestOf<"submit">["values"];

/** Input id → the sentence that is shown at it. */
export type Mistakes = { readonly [field: string]: string };

export type Answer =
  /** `message` answers say, edit and delete; `notice` is a sentence for the one who did it. */
  | { readonly kind: "taken"; readonly message?: WebMessage; readonly notice?: string }
  | Exclude<TakenView, { readonly kind: "taken" }>
  /** The server said no, in the person's language; repeating does not help. An empty sentence: it gave no reason. */
  | { readonly kind: "refused"; readonly sentence: string };
