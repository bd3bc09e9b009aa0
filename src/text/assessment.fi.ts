export const assessmentFi = {
  roundTitle: "{{flow}}, {{number}}. kierros",
  hands: {
    example: "0 2 3 1 0",
    label: "{{title}}: kädet tasoille 1–{{levels}}",
    intro:
      "Kysy kohta kerrallaan, montako kättä kukin taso saa. Kirjoita luvut alimmasta tasosta ylimpään, esimerkiksi {{example}}. Perään voi lisätä ne, jotka eivät osanneet sanoa.",
    notRead: "En saanut tästä lukuja. Kirjoita käsien määrät välilyönnein, alin taso ensin, esimerkiksi {{example}}.",
    wrongCount:
      "Lukuja tuli {{given}}, tasoja on {{levels}}. Kirjoita luku joka tasolle, nollatkin. Yksi luku lisää on niille, jotka eivät osanneet sanoa.",
    tooMany: "Luku {{number}} on enemmän kuin {{most}}. Tarkista kädet.",
    noLevel: "Tasoa {{level}} ei ole. Tasot ovat 1–{{levels}}.",
  },
  chart: {
    now: "Nyt",
    previous: "Edellinen kierros",
    lifted: "Nostamme",
    heatmapLegend: "Mitä tummempi ruutu, sitä useampi vastasi niin. Kehys on sovittu taso.",
    heatmapLegendAgreed: "Kehys on sovittu taso. Vastausten määriä ei näytetä, kun niitä on alle viisi.",
    rowAgreed: "{{title}} {{level}}",
    rowAgreedFrom: "{{title}} {{level}}, viimeksi {{previous}}",
    rowOpen: "{{title}} avoinna",
    levelsAlt: "{{title}}. Sovitut tasot asteikolla 1–{{max}}: {{rows}}.",
    levelsAltLifted: "{{title}}. Sovitut tasot asteikolla 1–{{max}}: {{rows}}. Nostamme: {{lifted}}.",
    radarAlt: "{{title}}, profiili asteikolla 1–{{max}}: {{rows}}.",
    heatmapAlt: "{{title}}, vastausten jakauma kierroksen sulkeutuessa: {{rows}}.",
    heatmapRow: "{{title}}: {{counts}}",
    heatmapCount: "taso {{level}} sai {{count}}",
    heatmapHidden: "{{title}}: määriä ei näytetä",
  },
} as const;
