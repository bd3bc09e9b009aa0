/** What only Microsoft Teams needs said. */
export const teamsFi = {
  gotIt: "Selvä.",
  groupChat: "Ryhmäkeskustelu",
  opensAsForm: "Tämä avautuu lomakkeena.",
  openForm: "Avaa lomake",
  unknown: "Tätä en osaa. Kirjoita ”ohje”, niin kerron, mitä osaan.",
  notYours: "Luotsi palvelee vain sen yrityksen omia ihmisiä, jonka Teamsiin se on lisätty.",
  storeAway: "Tallennus ei onnistu juuri nyt. Kokeile hetken päästä uudestaan.",
  failed: "Tässä meni jokin vikaan, ja siitä jäi merkintä ylläpidolle. Kokeile hetken päästä uudestaan.",
} as const;
