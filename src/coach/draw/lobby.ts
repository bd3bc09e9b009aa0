import type { Flow } from "../../flow/flow.ts";
import type { Term } from "../../flow/glossary/glossary.ts";
import type { Directory } from "../../people/directory.ts";
import type { Team } from "../../people/records.ts";
import type { PlanAction } from "../../plan/action.ts";
import type { Round } from "../../rounds/round.ts";
import type { Drawing } from "../customers/load-customer-tell.ts";
import type { DigestView } from "../digest/draw-digest.ts";
import type { HomeView } from "../home/load-home.ts";
import type { PlanView } from "../plan/plan-view.ts";
import type { AdminView } from "../settings/admin/load-admin.ts";
import type { WeekView } from "../week/week-view.ts";

/** A round of a team as it is told of outside its own messages. */
export interface RoundAtAGlance {
  readonly round: Round;
  readonly flow: Flow;
  /** How many have answered every question. */
  readonly finished: number;
  /** Whether the listener has answered every question. */
  readonly answered?: boolean;
}

/** What words outside any round are made from. Drawing from it is pure. */
export interface Lobby {
  readonly now: number;
  readonly directory: Directory;
  /** The flows that this company may use, in the order in which they are offered. */
  readonly flows: readonly Flow[];
  readonly terms: readonly Term[];
  /** The team that the tell names. */
  readonly team?: Team;
  /** "Missä mennään": that team's latest agreed round with a plan, with its flow as it was asked, and what became of its first deed. */
  readonly latest?: { readonly round: Round; readonly flow: Flow; readonly deed?: PlanAction | undefined };
  /** "Missä mennään": that team's rounds that are open or being agreed. */
  readonly open?: readonly RoundAtAGlance[];
  /** The listener's Home, where it is told. */
  readonly home?: HomeView;
  /** The listener's digest; for "what the manager sees" that of their own teams, as any manager would see it. */
  readonly digest?: DigestView;
  /** What is told to an admin of the company. */
  readonly admin?: AdminView;
  /** What is told of actions is drawn from it. */
  readonly plan?: PlanView;
  /** What is told of customers: read, and ready to be drawn. */
  readonly customers?: Drawing;
  /** A weekly message or nudge that is drawn anew. */
  readonly week?: WeekView;
}
