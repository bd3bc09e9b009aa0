import type { Customer } from "../customer.ts";

/** What of a customer a card is for. What it does not name may be as it likes. */
interface CardFor {
  readonly lifecycle?: NonNullable<Customer["lifecycle"]>;
  readonly importance?: NonNullable<Customer["will"]>["importance"];
  readonly will?: NonNullable<Customer["will"]>["will"];
  /** For who does not buy yet. */
  readonly buys?: boolean;
  /** For one whose segment's greatest problem is answered. */
  readonly answered?: true;
}

/**
 * The question cards, by the five views of participating leadership (CONTENT.md, `leadership-style`): lifecycle, turning points, unexpected
 * situations, customer empathy, quality of sources. Their words stand under `visits.card`.
 */
export const QUESTION_CARDS = [
  { id: "first-worry", view: "lifecycle", for: { buys: false } },
  { id: "now-instead", view: "turning-points", for: { buys: false } },
  { id: "first-weeks", view: "lifecycle", for: { lifecycle: "birth" } },
  { id: "who-decides", view: "sources", for: { lifecycle: "birth" } },
  { id: "fits-by-now", view: "lifecycle", for: { lifecycle: "development" } },
  { id: "hard-in-use", view: "empathy", for: { lifecycle: "development" } },
  { id: "what-more", view: "lifecycle", for: { lifecycle: "upkeep" } },
  { id: "taken-for-granted", view: "unexpected", for: { lifecycle: "upkeep" } },
  { id: "what-changed", view: "turning-points", for: { lifecycle: "letting-go" } },
  { id: "part-well", view: "empathy", for: { lifecycle: "letting-go" } },
  { id: "doubt", view: "turning-points", for: { will: "doubted" } },
  { id: "doubt-necessary", view: "empathy", for: { importance: "necessary", will: "doubted" } },
  { id: "doubt-opportunity", view: "turning-points", for: { importance: "opportunity", will: "doubted" } },
  { id: "doubt-distant", view: "unexpected", for: { importance: "no-difference", will: "doubted" } },
  { id: "grow-together", view: "lifecycle", for: { importance: "opportunity", will: "wanted" } },
  { id: "still-enough", view: "unexpected", for: { importance: "necessary", will: "wanted" } },
  { id: "come-closer", view: "empathy", for: { importance: "no-difference", will: "wanted" } },
  { id: "problem-today", view: "sources", for: { answered: true } },
  { id: "orders-turned", view: "turning-points", for: {} },
  { id: "surprised", view: "unexpected", for: {} },
  { id: "their-customer", view: "empathy", for: {} },
  { id: "how-we-know", view: "sources", for: {} },
] as const satisfies readonly {
  readonly id: string;
  readonly view: "lifecycle" | "turning-points" | "unexpected" | "empathy" | "sources";
  readonly for: CardFor;
}[];
export type QuestionCard = (typeof QUESTION_CARDS)[number]["id"];

/** What a card is chosen by. */
export type CardWanted = Pick<Customer, "lifecycle" | "will" | "buys"> & { readonly answered: boolean };

/** The cards that fit a customer best: those that say most of what it is, in the order of their list. There is always one. */
export function fittingCards(wanted: CardWanted): readonly QuestionCard[] {
  const fitting = QUESTION_CARDS.filter((card) => fits(card.for, wanted));
  const most = Math.max(...fitting.map((card) => weightOf(card.for)));
  return fitting.filter((card) => weightOf(card.for) === most).map(({ id }) => id);
}

/** One of them: with every visit (`nth`, from 0) the next, so that a customer is not asked the same twice in a row. */
export function chooseCard(wanted: CardWanted, nth: number): QuestionCard {
  const cards = fittingCards(wanted);
  return cards[nth % cards.length] ?? "surprised";
}

function fits({ lifecycle, importance, will, buys, answered }: CardFor, wanted: CardWanted): boolean {
  return (
    (lifecycle === undefined || lifecycle === wanted.lifecycle) &&
    (importance === undefined || importance === wanted.will?.importance) &&
    (will === undefined || will === wanted.will?.will) &&
    (buys === undefined || buys === wanted.buys) &&
    (answered === undefined || wanted.answered)
  );
}

/** A doubt weighs more than a phase: who doubts is asked about that. */
function weightOf({ lifecycle, importance, will, buys, answered }: CardFor): number {
  return (
    (will === "doubted" ? 8 : 0) +
    (importance ? 2 : 0) +
    (will === "wanted" ? 1 : 0) +
    (lifecycle ? 4 : 0) +
    (buys === false ? 6 : 0) +
    (answered ? 1 : 0)
  );
}
