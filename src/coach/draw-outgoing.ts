import { latestLifting } from "../assessment/latest-lifting.ts";
import type { CarrierPorts } from "../deliveries/carrier.ts";
import type { Directory } from "../people/directory.ts";
import { firstDeedOf } from "../plan/effects/first-deed.ts";
import { responseId, responses } from "../rounds/response.ts";
import { type Round, rounds } from "../rounds/round.ts";
import { type CustomerTell, isCustomerTell } from "./customers/customer-tells.ts";
import { loadCustomerTell } from "./customers/load-customer-tell.ts";
import { loadDigest, loadSeen } from "./digest/load-digest.ts";
import { drawTell } from "./draw/draw-tell.ts";
import type { Lobby } from "./draw/lobby.ts";
import { loadHome } from "./home/load-home.ts";
import { finishedIn, flowOf, listenerFor, loadScene, type Wanted } from "./load-scene.ts";
import { otherAnswers } from "./own/other-answers.ts";
import { isPlanTell } from "./plan/plan-tells.ts";
import { loadPlanView } from "./plan/plan-view.ts";
import type { CoachPorts } from "./ports.ts";
import type { Listener, Scene } from "./scene.ts";
import { loadAdmin } from "./settings/admin/load-admin.ts";
import { type Tell, tellSchema } from "./tell.ts";
import { loadWeek } from "./week/load-week.ts";

type Sources = Pick<CoachPorts, "store" | "directories" | "flows" | "glossary" | "now" | "registers" | "exports">;

/** Makes the words of what is to be told, from the state at the moment of sending. */
export function drawOutgoing(sources: Sources): CarrierPorts["draw"] {
  return async (company, place, stored) => {
    const tell = tellSchema.parse(stored);
    const directory = await sources.directories.of(company);
    const listener = listenerFor(directory, place);
    if (!("round" in tell)) {
      const lobby = isCustomerTell(tell)
        ? await customerLobby(sources, directory, tell, listener)
        : await lobbyFor(sources, directory, tell, listener);
      const back =
        tell.kind === "term" && tell.back
          ? await loadScene(sources, directory, tell.back.round, listener, NOTHING)
          : undefined;
      return drawTell({ lobby, ...(back ? { scene: back } : {}) }, tell, listener);
    }
    const scene = await loadScene(sources, directory, tell.round, listener, wantedBy(tell));
    if (!scene) return undefined;
    const reusable = tell.kind === "reuse-offer" ? await reusableFrom(sources, directory, tell.from) : {};
    const others =
      tell.kind === "my-answers" ? { others: await otherAnswers(sources, listener, company, tell.round) } : {};
    return drawTell({ scene: { ...scene, ...reusable, ...others } }, tell, listener);
  };
}

const NOTHING: Wanted = { finished: false, previous: false };

/** A question to one person is drawn from their own response; what counts people or compares rounds reads more. */
function wantedBy(tell: Tell): Wanted {
  switch (tell.kind) {
    case "round-card":
    case "facilitator-card":
    case "closed":
    case "confirm-close":
    case "started":
    case "already-open":
      return { finished: true, previous: false };
    case "summary":
    case "summary-levels":
    case "summary-heatmap":
    case "summary-change":
      return { finished: false, previous: true };
    default:
      return NOTHING;
  }
}

/** Where and when the answers were given that a person may take over. */
async function reusableFrom({ store }: Sources, directory: Directory, from: string): Promise<Pick<Scene, "reusable">> {
  const response = await store.get(responses, from);
  const team = response ? directory.teams.get(response.team) : undefined;
  return response && team ? { reusable: { team, answeredAt: response.finishedAt ?? response.touchedAt } } : {};
}

/** Roles may have changed since it was planned: to who is no admin any more nothing of it is told. */
async function adminLobby(sources: Sources, directory: Directory, base: Lobby, { person }: Listener): Promise<Lobby> {
  return person?.roles.includes("admin") ? { ...base, admin: await loadAdmin(sources, directory) } : base;
}

function baseOf(sources: Sources, directory: Directory): Lobby {
  const flows = sources.flows.all(directory.company._id);
  return { now: sources.now(), directory, flows, terms: sources.glossary.terms };
}

async function customerLobby(
  sources: Sources,
  directory: Directory,
  tell: CustomerTell,
  listener: Listener,
): Promise<Lobby> {
  const customers = await loadCustomerTell(sources, directory, tell, listener);
  return { ...baseOf(sources, directory), ...(customers ? { customers } : {}) };
}

/** Whether whom it is told to has answered every question of a round. */
async function hasAnswered({ store }: Sources, round: Round, { person }: Listener): Promise<boolean> {
  const own = person && (await store.get(responses, responseId(round._id, person._id)));
  return own?.finishedAt !== null && own?.finishedAt !== undefined;
}

async function lobbyFor(sources: Sources, directory: Directory, tell: Tell, listener: Listener): Promise<Lobby> {
  const company = directory.company._id;
  const base = baseOf(sources, directory);
  if (tell.kind === "home") {
    const home = await loadHome(sources, directory, listener, tell);
    return home ? { ...base, home } : base;
  }
  if (tell.kind === "admin" || tell.kind === "admin-sendings") return adminLobby(sources, directory, base, listener);
  if (tell.kind === "digest") return { ...base, digest: await loadDigest(sources, directory, listener) };
  if (tell.kind === "manager-sees") return { ...base, digest: await loadSeen(sources, directory, listener) };
  if (tell.kind === "week") {
    const week = await loadWeek(sources, directory, listener, tell);
    return week ? { ...base, week } : base;
  }
  if (isPlanTell(tell)) return { ...base, plan: await loadPlanView(sources, directory, tell, listener) };
  const team = "team" in tell && tell.team !== undefined ? directory.teams.get(tell.team) : undefined;
  if (!team) return base;
  if (tell.kind !== "where-we-are") return { ...base, team };
  const all = await sources.store.find(rounds, { name: "ofTeam", equals: { company, team: team._id } });
  const latest = latestLifting(all);
  const latestFlow = latest ? await flowOf(sources, latest) : undefined;
  const deed = latest ? await firstDeedOf(sources.store, latest) : undefined;
  const open = await Promise.all(
    all
      .filter(({ state }) => state === "open" || state === "talking")
      .map(async (round) => ({
        round,
        flow: await flowOf(sources, round),
        finished: await finishedIn(sources, round),
        answered: await hasAnswered(sources, round, listener),
      })),
  );
  return {
    ...base,
    team,
    ...(latest && latestFlow ? { latest: { round: latest, flow: latestFlow, deed } } : {}),
    open: open.flatMap(({ flow, ...one }) => (flow ? [{ ...one, flow }] : [])),
  };
}
