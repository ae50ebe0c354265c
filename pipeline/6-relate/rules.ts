import type { FactRule } from '../0-contract/rule.js';
import { eventFactRules } from './events.js';
import { locationFactRules } from './locations.js';
import { participationFactRules } from './participation.js';
import { postAppointmentFactRules } from './post-appointment.js';
import { postDeputyFactRules } from './post-deputy.js';
import { postEmployerFactRules } from './post-employer.js';
import { postOfficeFactRules } from './post-office.js';
import { postVerbFactRules } from './post-verbs.js';
import { postFactRules } from './posts.js';
import { supportFactRules } from './support.js';
import { supportDecisionFactRules } from './support-decision.js';
import { territoryFactRules } from './territories.js';

/** Rules that find facts. Their order does not matter: the same fact found twice is merged, the surest leads. */
export const factRules: readonly FactRule[] = [
  ...postFactRules,
  ...postEmployerFactRules,
  ...postVerbFactRules,
  ...postAppointmentFactRules,
  ...postOfficeFactRules,
  ...postDeputyFactRules,
  ...participationFactRules,
  ...supportFactRules,
  ...supportDecisionFactRules,
  ...locationFactRules,
  ...territoryFactRules,
  ...eventFactRules,
];
