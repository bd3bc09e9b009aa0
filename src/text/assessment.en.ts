export const assessmentEn = {
  roundTitle: "{{flow}}, round {{number}}",
  hands: {
    example: "0 2 3 1 0",
    label: "{{title}}: hands for levels 1–{{levels}}",
    intro:
      "Ask one question at a time how many hands each level gets. Type the numbers from the lowest level up, for example {{example}}. You may add those who could not say at the end.",
    notRead:
      "I found no numbers in this. Type the hands with spaces between, the lowest level first, for example {{example}}.",
    wrongCount:
      "I got {{given}} numbers, and there are {{levels}} levels. Type one for each level, zeros too. One number more means those who could not say.",
    tooMany: "{{number}} is more than {{most}}. Please check the hands.",
    noLevel: "There is no level {{level}}. The levels are 1–{{levels}}.",
  },
  chart: {
    now: "Now",
    previous: "Previous round",
    lifted: "We take up",
    heatmapLegend: "The darker the square, the more people chose it. The frame is the agreed level.",
    heatmapLegendAgreed: "The frame is the agreed level. Counts of fewer than five answers are not shown.",
    rowAgreed: "{{title}} {{level}}",
    rowAgreedFrom: "{{title}} {{level}}, last time {{previous}}",
    rowOpen: "{{title}} open",
    levelsAlt: "{{title}}. Agreed levels on a scale of 1–{{max}}: {{rows}}.",
    levelsAltLifted: "{{title}}. Agreed levels on a scale of 1–{{max}}: {{rows}}. We take up: {{lifted}}.",
    radarAlt: "{{title}}, profile on a scale of 1–{{max}}: {{rows}}.",
    heatmapAlt: "{{title}}, spread of the answers when the round closed: {{rows}}.",
    heatmapRow: "{{title}}: {{counts}}",
    heatmapCount: "level {{level}} got {{count}}",
    heatmapHidden: "{{title}}: counts not shown",
  },
} as const;
