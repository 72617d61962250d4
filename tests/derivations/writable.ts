import * as fc from 'fast-check';
import { type Narrow, withinCanada } from './whole-pack.ts';

const given = ['Éloïse', 'Jean-François', 'Marie', 'Amina', 'Loïc', 'Thérèse', 'Patrick', 'Zoé'];
const family = ['Bélanger', 'Côté', 'Tremblay', "O'Neil", 'Gagné-Roy', 'Nguyen', 'Lefebvre'];
const sayings = [
  'Devant la maison, près du coin',
  "Le trottoir est brisé depuis l'hiver",
  'Rue fermée la fin de semaine',
  'Une demande du comité de quartier',
  'The lamp is broken since Monday',
  'Three families share this yard',
];
const long = [
  "Le trou se trouve dans la voie de droite, juste après le feu de circulation. Il s'agrandit à chaque pluie.",
  'Nous demandons une aide pour la fête du quartier. Elle réunit chaque année plus de cent familles.',
  'The fence leans over the path to the school. Children walk around it, on the road.',
];
const oneOf = (texts: readonly string[]) => fc.constantFrom(...texts);

/** What a person writes on paper with a typewriter: words of both languages, one line a box, figures that fit their cells. */
export const writable: Narrow = (question) => {
  switch (question.type) {
    case 'text':
      return oneOf([...sayings, ...given].filter((text) => text.length <= question.maxLength));
    case 'long-text':
      return oneOf(long);
    case 'place':
      return oneOf(['Devant le 12, rue des Érables', 'Parc Victoria', '245, rue Sainte-Thérèse']);
    case 'person':
      return fc.record({
        given: oneOf(given),
        family: oneOf(family),
        ...(question.birthDate ? { birthDate: oneOf(['1958-03-09', '1987-11-24', '2015-09-30']) } : {}),
      });
    case 'email':
      return oneOf(['amina.tremblay@exemple.ca', 'j.gagne-roy@courriel.exemple.org', 'zoe_1987@exemple.com']);
    default:
      return withinCanada(question);
  }
};
