/** Shown when the browser blocks the page's storage. */
export const KEEPS_NOTHING =
  'Ce navigateur n’enregistre rien pour cette page : tableaux, réglages et états sont perdus quand vous fermez cet onglet.';
/** Shown when the browser lacks the locks or channels with which tabs share their work. */
export const SHARES_NOTHING =
  'Dans ce navigateur, les onglets ne peuvent pas se partager le travail : chaque onglet envoie ses propres requêtes.';

export const SETTINGS = 'Réglages';
export const WHERE_KEPT = 'Enregistrés dans ce navigateur, jamais dans un lien.';

export const THEME = 'Thème';
export const THEME_HINT = 'S’applique aussitôt dans tous les onglets.';
export const LANGUAGE_LABEL = 'Langue';
export const LANGUAGE_HINT = 'S’applique aussitôt dans tous les onglets. Les noms venus de Qovery ne changent pas.';
export const BROWSER_LANGUAGE = 'Comme le navigateur';
export const DENSITY = 'Taille des cartes';
export const DENSITY_HINT =
  'Automatique rend les cartes compactes sur un téléphone et sur un tableau de plus de 24 environnements.';
export const INTERVAL_HINT =
  'Les environnements en cours sont vérifiés toutes les 10 s. Les vérifications ralentissent plutôt que de dépasser la limite de requêtes par heure.';
export const POLLS_WHEN_HIDDEN = 'Continuer quand la page est masquée';
export const POLLS_WHEN_HIDDEN_HINT =
  'Sinon, le tableau se suspend tant que son onglet est masqué, et il est vérifié dès votre retour. L’affichage mural ne se suspend jamais.';
export const HIDES_PEOPLE = 'Masquer les noms de personnes';
export const HIDES_PEOPLE_HINT = 'Masque qui a déclenché un déploiement, pour un écran que d’autres peuvent voir.';
export const SOUND = 'Son';
export const SOUND_HINT =
  'Joue un son bref pour les mêmes changements. La touche m l’active ou le coupe. Les navigateurs restent muets jusqu’au premier clic ou à la première touche sur la page.';

export const TIME_ZONE = 'Fuseau horaire';
export const TIME_ZONE_HINT =
  'S’applique à toutes les dates et heures de la page. Avec un fuseau de votre choix, les heures l’indiquent aussi.';
/** `zone` is undefined when the browser does not report its time zone. */
export const ownZoneText = (zone: string | undefined): string =>
  zone === undefined ? 'Celui de cet appareil' : `Celui de cet appareil (${zone})`;
export const TIMES = 'Heures';
export const TIMES_HINT =
  'Affiche les heures sous forme d’âge ou de date. Pointez une heure pour voir sa date, son heure et son fuseau.';
export const HOW_LONG_AGO = 'Depuis combien de temps';
export const DATE_AND_TIME = 'Date et heure';

export const NOTIFICATIONS = 'Notifications';
export const NOTIFICATIONS_HINT =
  'Pour un environnement qui échoue, passe en alerte, prend plus de temps que d’habitude ou se rétablit. Les environnements en sourdine n’en envoient pas. Vous en recevez une pour tous les onglets, et aucune à l’ouverture du tableau.';
/** Explains the browser's permission; undefined when the permission is granted. */
export const PERMISSION_WORDS = {
  granted: undefined,
  default: 'Votre navigateur vous demandera d’abord l’autorisation.',
  denied: 'Votre navigateur bloque les notifications de cette page : autorisez-les dans les paramètres du site.',
  unsupported: 'Ce navigateur ne peut pas afficher de notifications de cette page.',
} as const;
export const ON_WHILE_HIDDEN = 'Autorisées par votre navigateur. Le tableau est vérifié aussi quand il est masqué.';
export const ON_WHEN_BACK =
  'Le tableau n’est pas vérifié quand il est masqué : les notifications arrivent à votre retour.';
export const STAYS_OFF = 'Les notifications restent désactivées : votre navigateur ne les a pas autorisées.';

export const FORGET = 'Oublier cet appareil';
export const FORGET_HINT =
  'Supprime de ce navigateur : tous les tableaux et réglages, ainsi que les jetons, sourdines, noms, états et déploiements de cette API. Le compte des requêtes reste, car il protège la limite de Qovery. L’adresse de cette page contient toujours le tableau.';
export const SHARED_ON_HOST =
  'Un autre Envboard sur cet hôte utilise les mêmes tableaux et réglages. Jetons et états ne sont pas partagés.';
export const FORGET_NOTE = 'Cette action est irréversible.';
export const FORGET_ASK = 'Oublier…';
export const FORGET_KEEP = 'Conserver';
export const FORGET_EVERYTHING = 'Tout oublier';
export const FORGOTTEN = 'Tout est oublié.';
