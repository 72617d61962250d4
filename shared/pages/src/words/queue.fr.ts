/** The queue: its filters, its views, the search, who looks, and what is done with several cases at once. */
export const queue = {
  search: {
    title: 'Recherche de dossiers',
    label: 'Chercher un dossier',
    hint: 'Référence, nom, téléphone, courriel, adresse ou mots de la demande, dossiers fermés compris.',
    none: 'Aucun dossier trouvé. Vérifiez l’orthographe, ou cherchez avec moins de mots.',
    found: (count: number) => (count === 1 ? '1 dossier trouvé' : `${count} dossiers trouvés`),
    cut: 'Il y en a peut-être d’autres : seuls les plus récents sont affichés. Ajoutez un mot pour préciser.',
    matched: 'Trouvé par',
    byReference: 'sa référence',
    how: { stem: 'mot de la même famille', slip: 'orthographe proche' },
    state: 'État',
    waiting: 'En attente',
    held: (name: string) => `Attribué à ${name}`,
    closedOn: (date: string) => `Fermé le ${date}`,
  },
};
