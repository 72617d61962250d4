import { seeded } from '../support/paper/random.ts';

const list = (text: string): readonly string[] => text.split(' ');
const given = list(
  'Marie Jean Luc Anne Louise Pierre Julie Éric Sophie Marc Nathalie Alain Chantal Daniel Isabelle Yves Karine Guy Mélanie Hugo',
);
const family = list(
  'Tremblay Gagnon Roy Côté Bouchard Gauthier Morin Lavoie Fortin Gagné Ouellet Pelletier Bélanger Lévesque Bergeron Leblanc Paquette Girard Simard Boucher Caron Beaulieu Cloutier Dubé Poirier Fournier Lapointe Leclerc Lefebvre Poulin Thibault Nadeau Martel Rioux Vachon Savard Michaud Hébert Landry Grenier',
);
const streets = list(
  'Saint-Denis Sainte-Thérèse Érables Principale Parc Montagne Laurier Cartier Frontenac Papineau Église Moulin Rivière Collège Gare Sherbrooke Victoria Lilas Peupliers Hôpital',
);
const things = list(
  'trou chaussée arrêt autobus voiture pluie neige école trottoir lampadaire arbre bruit eau boîte poteau clôture odeur déchets feux circulation',
);

export interface TownFacts {
  name: string;
  street: string;
  said: string;
  phone: string;
}

/** Makes up what a person of a town writes: some names, streets and words are common, others are not. The same number gives the same facts. */
export function townFacts(number: number): TownFacts {
  const random = seeded(number + 1);
  const of = (from: readonly string[]) => from[Math.floor(random() * random() * from.length)] ?? '';
  return {
    name: `${of(given)} ${of(family)}`,
    street: `${1 + (number % 4000)}, rue ${of(streets)}`,
    said: Array.from({ length: 8 }, () => of(things)).join(' '),
    phone: `418 ${2_000_000 + (number % 7_999_999)}`,
  };
}
