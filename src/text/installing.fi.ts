/** The pages that the one who adds Luotsi to a workspace sees in the browser. */
export const installingFi = {
  done: { title: "Luotsi on asennettu", body: "Avaa Slack ja kirjoita /luotsi.", open: "Avaa Slack" },
  cancelled: { title: "Asennus peruttiin", body: "Mitään ei asennettu. Sen voi aloittaa uudelleen milloin vain." },
  stale: { title: "Asennus vanheni", body: "Se aloitettiin toisessa selaimessa tai yli kymmenen minuuttia sitten." },
  failed: {
    title: "Asennus ei onnistunut",
    body: "Yritä uudelleen. Jos se ei auta, Luotsin ylläpitäjä näkee syyn lokista.",
  },
  again: "Aloita uudelleen",
} as const;
