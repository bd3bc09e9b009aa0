import { closedDays } from "../../../calendar/closed-days.ts";
import { addDays, isoDateIn } from "../../../calendar/iso-date.ts";
import type { CarePlan } from "../../../customers/care-plan.ts";
import { idOf } from "../../../customers/effects/apply-saving.ts";
import { plansToSave } from "../../../customers/effects/plans-to-save.ts";
import { openWeeks, type Preview, previewOf } from "../../../customers/effects/preview.ts";
import type { NamedCustomer, RegisterChanges } from "../../../customers/effects/register-changes.ts";
import { type RegisterSaving, registerSavings } from "../../../customers/effects/register-saving.ts";
import { rulesAfter } from "../../../customers/effects/rules-after.ts";
import { isSame } from "../../../customers/effects/save-register.ts";
import { changesOf } from "../../../customers/effects/saves.ts";
import { allCustomers, madeAWeek } from "../../../customers/find-customers.ts";
import { type Rulebook, readRulebook, rulebook } from "../../../customers/rulebook.ts";
import { answersInPlay, progress } from "../../../flow/progress.ts";
import type { Directory } from "../../../people/directory.ts";
import { valuesIn } from "../../draw/asking/question-view.ts";
import { loadScene } from "../../load-scene.ts";
import type { Listener, Scene } from "../../scene.ts";
import type { CustomerSources } from "../load-customer-tell.ts";

/** So far back it is looked how many contacts are made a week. */
const LOOKED_BACK_DAYS = 84;
const DAYS_A_YEAR = 364;
const NOTHING = { finished: false, previous: false };

/** What a flow's answers would change in the register, and what was saved of them. */
export interface SavingView {
  readonly scene: Scene;
  readonly changes: RegisterChanges;
  readonly preview: Preview;
  /** The care plans that would be written; one that says nothing any more is emptied. */
  readonly plans: RegisterChanges["plans"];
  readonly book: Rulebook;
  /** The rulebook as it would be. */
  readonly after: Rulebook;
  /** What was saved last; undefined while nothing was. */
  readonly saved: RegisterSaving | undefined;
  /** Saved as the answers are now. */
  readonly isSaved: boolean;
  /** Weeks in the coming year on which the company is open. */
  readonly weeksOpen: number;
  /** The company's date. */
  readonly today: string;
}

/** Undefined while the flow is under way, where it is gone, and where its answers change nothing in the register. */
export async function loadSaving(
  sources: CustomerSources,
  directory: Directory,
  of: string,
  listener: Listener,
): Promise<SavingView | undefined> {
  const { store } = sources;
  const { company } = directory;
  const scene = await loadScene(sources, directory, of, listener, NOTHING);
  if (!scene || progress(scene.flow, valuesIn(scene), scene.context).kind !== "done") return undefined;
  const today = isoDateIn(sources.now(), company.timeZone);
  const book = await readRulebook(store, company);
  const values = answersInPlay(scene.flow, valuesIn(scene), scene.context);
  const answeredAt = Math.max(0, ...Object.values(scene.response?.answers ?? {}).map(({ at }) => at));
  const on = isoDateIn(answeredAt, company.timeZone);
  const changes = changesOf({ flow: scene.flow, values, language: company.language, on });
  if (isNothing(changes)) return undefined;
  const from = addDays(today, -LOOKED_BACK_DAYS);
  const isClosed = closedDays(company.closedWeeks);
  const [all, made, saved, ids] = await Promise.all([
    allCustomers(store, company._id),
    scene.flow.saves.includes("care-plans")
      ? madeAWeek(store, {
          company: company._id,
          from,
          to: today,
          weeksOpen: openWeeks(from, LOOKED_BACK_DAYS, isClosed),
        })
      : new Map<string, number>(),
    store.get(registerSavings, of),
    idsOf(company._id, changes),
  ]);
  const plans = plansToSave(changes.plans, saved?.changes.plans ?? [], book);
  const saving = { ...changes, plans };
  const after = rulebookAfter(book, saving, isClosed);
  const isSaved = saved !== undefined && isSame(saved.changes, changes);
  const weeksOpen = openWeeks(today, DAYS_A_YEAR, isClosed);
  const preview = previewOf(saving, {
    all,
    book,
    after,
    before: saved?.changes ?? null,
    idOf: ({ id, name }) => id ?? ids.get(name) ?? "",
    madeAWeek: made,
    weeksOpen,
    now: sources.now(),
  });
  return { scene, changes, preview, plans, book, after, saved: saved ?? undefined, isSaved, weeksOpen, today };
}

function isNothing({ customers, contacts, rules, plans }: RegisterChanges): boolean {
  return customers.length + contacts.length + plans.length === 0 && rules === null;
}

/** Names that nobody had when they were typed may be somebody's by now. */
async function idsOf(
  company: string,
  { customers, contacts }: RegisterChanges,
): Promise<ReadonlyMap<NamedCustomer["name"], string>> {
  const named = [...customers, ...contacts].map(({ customer }) => customer);
  const entries = named.map(async (one) => [one.name, await idOf(company, { ...one, id: null })] as const);
  return new Map(await Promise.all(entries));
}

/** "class/A" → whose plan it is. */
function planOf(key: string): Pick<CarePlan, "kind" | "of"> {
  const [kind, of = ""] = key.split("/");
  return kind === "class" || kind === "field" ? { kind, of } : { kind: "all", of: "" };
}

function rulebookAfter(book: Rulebook, changes: RegisterChanges, isClosed: (day: string) => boolean): Rulebook {
  const standing = [...book.plans].map(([key, care]) => {
    return { ...care, ...planOf(key) };
  });
  // The later of two for the same counts.
  return rulebook(
    rulesAfter(book.rules, changes),
    [...standing, ...changes.plans.map(({ care, kind, of }) => ({ ...care, kind, of }))],
    isClosed,
  );
}
