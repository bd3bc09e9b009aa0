import type { Role } from "../../people/records.ts";

interface PlaygroundPerson {
  readonly id: string;
  readonly name: string;
  /** In the person's own language. */
  readonly title: string;
  readonly language: "fi" | "en";
  readonly timeZone: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
}

const finnish = { language: "fi", timeZone: "Europe/Helsinki" } as const;

/** Made-up people of a made-up firm; the two teams share three of them, and Oona has yet to join one. */
export const playgroundPeople: readonly PlaygroundPerson[] = [
  {
    id: "marja",
    name: "Marja Lehtinen",
    title: "toimitusjohtaja",
    ...finnish,
    roles: ["admin", "manager"],
    teams: ["koneet"],
  },
  {
    id: "satu",
    name: "Satu Korhonen",
    title: "myyntipäällikkö",
    ...finnish,
    roles: ["salesperson"],
    teams: ["koneet", "myynti"],
  },
  {
    id: "jari",
    name: "Jari Virtanen",
    title: "myyjä",
    ...finnish,
    roles: ["salesperson"],
    teams: ["koneet", "myynti"],
  },
  { id: "pekka", name: "Pekka Nieminen", title: "tuotantopäällikkö", ...finnish, roles: ["member"], teams: ["koneet"] },
  {
    id: "anu",
    name: "Anu Heikkinen",
    title: "laskutus ja toimisto",
    ...finnish,
    roles: ["member"],
    teams: ["koneet", "myynti"],
  },
  { id: "timo", name: "Timo Laakso", title: "huoltoasentaja", ...finnish, roles: ["member"], teams: ["koneet"] },
  {
    id: "emma",
    name: "Emma Clarke",
    title: "export sales, London",
    language: "en",
    timeZone: "Europe/London",
    roles: ["member"],
    teams: ["koneet"],
  },
  { id: "oona", name: "Oona Salmi", title: "uusi työntekijä", ...finnish, roles: ["member"], teams: [] },
];
