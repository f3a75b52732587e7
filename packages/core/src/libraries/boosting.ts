import { each } from './each.ts';
import type { AttributeSpec, CallSpec, ClassSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const VIEW = { aliases: ['self'] } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;
/** Trains with a seed of its own; prints as it goes, calls what it is given, and may keep the data. */
const FITS = {
  mutates: ['self'],
  aliases: ['self'],
  holds: [{ by: 'self', value: '*' }],
  calls: ['self', '*'],
  writes: ['stdout'],
  returns: 'self',
} as const satisfies CallSpec;

/** What estimators of both libraries do as those of scikit-learn do. */
const ESTIMATOR = {
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: FITS,
    predict: PURE,
    score: { returns: 'float' },
    get_params: VIEW,
    set_params: {
      mutates: ['self'],
      aliases: ['self'],
      holds: [{ by: 'self', value: '*' }],
      returns: 'self',
      keepsKeywords: true,
    },
  },
  attributes: { ...each(PART, 'feature_importances_ n_features_in_') },
} as const satisfies ClassSpec;
const CLASSIFIER = {
  ...ESTIMATOR,
  methods: { ...ESTIMATOR.methods, predict_proba: PURE },
  attributes: { ...ESTIMATOR.attributes, ...each(PART, 'classes_ n_classes_') },
} as const satisfies ClassSpec;

const XGBOOST = { get_booster: VIEW, evals_result: VIEW, get_xgb_params: VIEW } as const;
const LIGHTGBM = { booster_: PART, evals_result_: PART, best_iteration_: PART, best_score_: PART } as const;

/** Gradient boosting: the estimators of XGBoost and LightGBM. */
export const boosting = [
  {
    module: 'xgboost',
    distribution: 'xgboost',
    url: 'https://xgboost.readthedocs.io/en/stable/python/python_api.html',
    functions: {},
    classes: {
      XGBClassifier: { ...CLASSIFIER, methods: { ...CLASSIFIER.methods, ...XGBOOST } },
      XGBRegressor: { ...ESTIMATOR, methods: { ...ESTIMATOR.methods, ...XGBOOST } },
    },
  },
  {
    module: 'lightgbm',
    distribution: 'lightgbm',
    url: 'https://lightgbm.readthedocs.io/en/stable/Python-API.html',
    functions: {},
    classes: {
      LGBMClassifier: { ...CLASSIFIER, attributes: { ...CLASSIFIER.attributes, ...LIGHTGBM } },
      LGBMRegressor: { ...ESTIMATOR, attributes: { ...ESTIMATOR.attributes, ...LIGHTGBM } },
    },
  },
] as const satisfies readonly LibrarySpec[];
