import type { FlowContext } from "../flow/context.ts";
import type { Flow } from "../flow/flow.ts";
import type { Directory } from "../people/directory.ts";
import type { Person, Team } from "../people/records.ts";
import type { Response } from "../rounds/response.ts";
import type { Round } from "../rounds/round.ts";
import type { Language } from "../text/text.ts";

/** Whom the coach speaks to and in what language and zone: a person in their private chat, else the team. */
export interface Listener {
  readonly language: Language;
  readonly timeZone: string;
  /** Set where nobody else reads it: in a private chat, or where the platform shows it to one person alone. */
  readonly person?: Person;
}

/** Other answers of the same person: of a round, or of what stands for one in an own record. */
export interface OtherAnswers {
  readonly round: Round;
  readonly flow: Flow;
}

/** Everything that words about a round are made from, read at one moment. Drawing from it is pure. */
export interface Scene {
  readonly now: number;
  readonly directory: Directory;
  readonly team: Team;
  readonly round: Round;
  /** Its flow: today's while the round is open, as it was asked once it is closed. */
  readonly flow: Flow;
  readonly context: FlowContext;
  /** The listener's own response, or the team's in a round that is answered together. */
  readonly response?: Response;
  /** How many have answered every question. */
  readonly finished: number;
  /** How many have answered something and not everything. */
  readonly underWay?: number;
  /** The team's previous agreed round of the same flow. */
  readonly previous?: Round;
  /** A flow that builds on this one's agreed answers (its `needs`), or is better done after it: the way on from the result. */
  readonly next?: Flow;
  /** What else this person has answered, the newest first. */
  readonly others?: readonly OtherAnswers[];
  /** For the offer to take over one's own answers: where and when they were given. */
  readonly reusable?: { readonly team: Team; readonly answeredAt: number };
}
