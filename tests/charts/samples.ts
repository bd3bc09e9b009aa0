import type { Chart } from "../../src/message/chart.ts";

/** Six names as long as the ones that teams will see. */
export const DIMENSIONS = [
  "Strateginen lähestymistapa",
  "Suorituskyvyn mittaaminen",
  "Struktuuri ja resurssit",
  "Tietokannat ja niiden hallinta",
  "Integroitu markkinointiviestintä",
  "Integroitu asiakaskokemus",
];
export const LEVEL_NAMES = ["Lähtötaso", "Suunnattu", "Määritetty", "Tarkennettu", "Optimoitu"];
const KINDS = ["radar", "heatmap", "levels", "grid"] as const satisfies readonly Chart["kind"][];

/** A chart of each kind, with a value missing in each. */
export function sampleCharts(labels: readonly string[], title = "Digikypsyys, syksy 2026"): readonly Chart[] {
  return KINDS.map((kind) => sampleChart(kind, labels, title));
}

export function sampleChart(kind: Chart["kind"], labels: readonly string[], title = "Digikypsyys, syksy 2026"): Chart {
  const value = (at: number) => (at === 1 ? null : (at % 5) + 1);
  switch (kind) {
    case "radar":
      return {
        kind,
        title,
        axes: labels,
        max: 5,
        series: [
          { label: "Kevät 2026", values: labels.map((_, at) => value(at + 2)), quiet: true },
          { label: "Syksy 2026", values: labels.map((_, at) => value(at)) },
        ],
      };
    case "heatmap":
      return {
        kind,
        title,
        columns: LEVEL_NAMES,
        rows: labels.map((label, row) => ({
          label,
          cells: LEVEL_NAMES.map((_, at) => ({
            weight: ((row + at) % 5) / 4,
            text: (row + at) % 5 === 0 ? "" : String((row + at) % 5),
            marked: at === row % 5,
          })),
        })),
        legend: "Luku kertoo vastaajat, tummempi useamman. Kehys on yhteinen taso.",
      };
    case "grid":
      return {
        kind,
        title,
        columns: ["Q1", "Q2", "Q3", "Q4"],
        rows: labels.map((label, row) => ({
          label,
          cells: [0, 1, 2, 3].map((column) =>
            Array.from({ length: (row + column) % 6 }, (_, at) => ({
              text: at === 1 ? "Hinnasto verkkoon" : "Asiakasrekisteri yhteen paikkaan ja vanhat listat pois",
              quiet: at === 2,
            })),
          ),
        })),
        legend: "Himmeä on valmis.",
      };
    case "levels":
      return {
        kind,
        title,
        max: 5,
        rows: labels.map((label, at) => ({ label, value: value(at), previous: (at % 4) + 1, lifted: at === 3 })),
        legend: [
          { label: "Nyt", mark: "bar" },
          { label: "Nostamme", mark: "lifted" },
          { label: "Kevät 2026", mark: "previous" },
        ],
      };
    default:
      return kind satisfies never;
  }
}
