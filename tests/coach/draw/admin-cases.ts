import { defaultsForm } from "../../../src/coach/settings/admin/defaults-form.ts";
import type { AdminView, Sending } from "../../../src/coach/settings/admin/load-admin.ts";
import { rolesForm } from "../../../src/coach/settings/admin/roles-form.ts";
import { closedWeeksForm } from "../../../src/coach/settings/closed-weeks/closed-weeks-form.ts";
import { teamForm } from "../../../src/coach/settings/team/team-form.ts";
import type { Tell } from "../../../src/coach/tell.ts";
import type { Form } from "../../../src/message/form.ts";
import type { Directory } from "../../../src/people/directory.ts";
import { NOW } from "../../plan/sample-action.ts";
import type { Case } from "./case.ts";
import { persons, directory as sample, team } from "./people.ts";

const closedWeeks = {
  ranges: [
    { from: "2026-07-06", to: "2026-08-02" },
    { from: "2026-10-12", to: "2026-10-18" },
    { from: "2026-12-24", to: "2027-01-06" },
  ],
  through: 2027,
};
const channels = ["C0123456789", "C9876543210"].map((channel) => ({ installation: "slack/T1", channel }));
const full = { ...team, closedWeeks, channels, digestReaders: persons.map(({ _id }) => _id) };
const everybody = persons.map((one) => ({
  ...one,
  roles: ["admin" as const, "manager" as const, "salesperson" as const],
}));
const directory: Directory = {
  ...sample,
  company: { ...sample.company, closedWeeks },
  installations: new Map([["slack/T1", { _id: "slack/T1", company: "c1", platform: "slack", tenant: "T1" }]]),
  people: new Map(everybody.map((one) => [one._id, one])),
  teams: new Map([[team._id, full]]),
};

const unsettled = (outcome: "found" | "repeated" | "dropped" | "given-up", place: string): Sending => ({
  kind: "message",
  at: NOW,
  unsettled: {
    _id: outcome,
    company: "c1",
    delivery: "d",
    record: "r",
    place,
    class: "conversation",
    outcome,
    at: NOW,
  },
});
const due = (about: "weekly" | "nudge", state: "unclear" | "dropped"): Sending => ({
  kind: "due",
  at: NOW,
  delivery: {
    _id: "d",
    company: "c1",
    bucket: 0,
    person: "p2",
    about: about === "weekly" ? { kind: "weekly", week: "2026-W49" } : { kind: "nudge", day: "2026-11-30" },
    dueAt: NOW,
    state,
    claimAt: null,
    owner: null,
    fence: 0,
    attempts: 1,
  },
});
const sendings: readonly Sending[] = [
  unsettled("repeated", "private"),
  unsettled("dropped", "private"),
  unsettled("given-up", "channel"),
  due("weekly", "unclear"),
  due("nudge", "dropped"),
  { kind: "blocked", at: NOW, person: "p2" },
  { kind: "removed", at: NOW, team: "t1" },
  { kind: "taken-off", at: NOW, platform: "teams" },
];

function told(name: string, tell: Tell, admin: AdminView, inTeam = false): Case {
  const lobby = {
    now: NOW,
    directory: admin.directory,
    flows: [],
    terms: [],
    admin,
    ...(inTeam ? { team: full } : {}),
  };
  return { name: `admin: ${name}`, tell, sources: { lobby } };
}

const bare: AdminView = { now: NOW, directory: sample, sendings: [] };
const filled: AdminView = { now: NOW, directory, sendings: [...sendings, ...sendings, ...sendings] };

export const adminCases: readonly Case[] = [
  told("bare", { kind: "admin" }, bare),
  told("full", { kind: "admin" }, filled),
  told("nothing to look at", { kind: "admin-sendings", page: 0 }, bare),
  told("sendings", { kind: "admin-sendings", page: 0 }, filled),
  told("sendings, last page", { kind: "admin-sendings", page: 99 }, filled),
  told("closed weeks of nobody's saying", { kind: "closed-weeks" }, bare),
  told("closed weeks", { kind: "closed-weeks" }, filled),
  told("closed weeks of a team", { kind: "closed-weeks", team: "t1" }, filled),
  told("closed weeks of a team like its company", { kind: "closed-weeks", team: "t1" }, bare),
  told("asked for closed weeks", { kind: "closed-weeks", ask: 2027 }, bare),
  told("asked and answered", { kind: "closed-weeks", ask: 2027 }, filled),
  told("team settings", { kind: "team-settings", team: "t1" }, filled, true),
  told("which team", { kind: "which-team", teams: ["t1", "t1"] }, filled),
];

/** Every form of a company's and a team's settings. */
export function adminForms(language: "fi" | "en"): { readonly [name: string]: Form } {
  return {
    roles: rolesForm(directory, language),
    defaults: defaultsForm(directory.company, language),
    "closed weeks": closedWeeksForm({ directory, team: undefined }, { language, today: "2026-11-30", message: "m" }),
    "closed weeks of a team": closedWeeksForm({ directory, team: full }, { language, today: "2026-05-04" }),
    team: teamForm({ team: full, directory }, { language, namesReaders: true }),
    "team without a choice": teamForm({ team, directory: sample }, { language, namesReaders: false }),
  };
}
