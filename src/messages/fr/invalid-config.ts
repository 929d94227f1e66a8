import { type ConfigIssue, type ContentIssue, isLoadIssue, type LoadIssue } from '#domain/app-config.ts';

const BROKEN_CONFIG = 'config.json est inutilisable';
const NOT_LOADED = 'Les réglages n’ont pas pu être chargés';

export const configTitleText = (issue: ConfigIssue): string => (isLoadIssue(issue) ? NOT_LOADED : BROKEN_CONFIG);

export const CONFIG_FILE = 'config.json';

/** Text before and after the name of the file, which is set as code. */
type AroundFile = { readonly before: string; readonly after: string };

const CONTENT = {
  notJson: 'ce n’est pas du JSON valide',
  shape: 'il ne contient pas d’objet JSON',
  api: '« api » n’est pas un texte',
  apiAddress: '« api » n’est ni une adresse https, ni un chemin qui commence par « / »',
  auth: '« auth » n’est ni "token", ni "gateway", ni "demo"',
  data: '« data » n’est pas "demo"',
} as const satisfies Record<ContentIssue, string>;

const RELOAD_TO_SIGN_IN = 'Vous devez peut-être vous connecter : rechargez cette page.';
const NOTHING_TO_DO = 'Vous n’avez rien à faire.';

const LOAD = {
  unloaded:
    'car le réseau, ou un programme entre ce navigateur et le serveur, a bloqué la requête. Vérifiez la connexion.',
  signOn: `car le serveur a répondu par une redirection ou une page web, sans doute pour vous connecter. ${RELOAD_TO_SIGN_IN}`,
  unauthorized: `car le serveur a refusé la requête. ${RELOAD_TO_SIGN_IN}`,
  forbidden:
    'car le serveur a refusé la requête. Rechargez cette page pour vous reconnecter, ou demandez l’accès à la personne qui gère ce serveur.',
  busy: `car le serveur reçoit trop de requêtes. ${NOTHING_TO_DO}`,
  serverError: `car le serveur a un défaut ou redémarre. ${NOTHING_TO_DO}`,
  refused: 'car le serveur a refusé la requête. Adressez-vous à la personne qui gère ce serveur.',
} as const satisfies Record<LoadIssue, string>;

/** The problem with the file, and what the user can do. `status` is the HTTP status of the response. */
export function issueText(issue: ConfigIssue, status?: number): AroundFile {
  if (!isLoadIssue(issue))
    return { before: 'Envboard ne peut pas utiliser', after: `car ${CONTENT[issue]}. Corrigez le fichier.` };
  return {
    before: 'Envboard n’a pas pu charger',
    after: `${status === undefined ? '' : `(statut ${status}) `}${LOAD[issue]}`,
  };
}

export const TRYING_NOW = 'Essai en cours…';
/** Shown while the page waits to load the file again by itself. */
export const nextConfigTryText = (seconds: number): string =>
  `Envboard réessaie dans ${seconds} s. Le tableau s’ouvrira dès que le fichier sera utilisable.`;
