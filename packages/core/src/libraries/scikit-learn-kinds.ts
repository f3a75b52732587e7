import { each } from './each.ts';
import {
  ARRAY,
  ASKS,
  ASKS_FOR_ARRAY,
  ASKS_FOR_MATRIX,
  DRAWS_NUMPY,
  FITS,
  FITS_AND_DRAWS,
  FITS_AND_GIVES,
  FITS_AND_GIVES_DRAWING,
  FITS_AND_MAY_DRAW,
  FITS_AND_TRANSFORMS,
  FITS_AND_TRANSFORMS_DRAWING,
  FITS_OTHERS,
  FITS_OTHERS_AND_TRANSFORMS,
  GIVES_LABELS,
  GIVES_LABELS_DRAWING,
  givesUnlessCopied,
  HOLDS_ARGUMENTS,
  INT,
  ITSELF,
  MATRIX,
  MATRIX_UNLESS_COPIED,
  PREDICTS,
  PURE,
  SCORE,
  SHARES_ARGUMENTS,
  unlessCopied,
  VIEW,
} from './scikit-learn-calls.ts';
import type { ClassSpec } from './types.ts';

// Members that several estimators have, each under the name of the first of them.

export const LIKE_ARD_REGRESSION = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: { ...FITS, when: unlessCopied('copy_X') },
    predict: PREDICTS,
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_ADDITIVE_CHI2_SAMPLER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: { fit: FITS, fit_transform: FITS_AND_GIVES, get_feature_names_out: PURE, transform: PURE },
} as const satisfies ClassSpec;

export const LIKE_AGGLOMERATIVE_CLUSTERING = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: { fit: FITS, fit_predict: GIVES_LABELS },
} as const satisfies ClassSpec;

export const LIKE_BAGGING_CLASSIFIER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    decision_function: ASKS_FOR_ARRAY,
    fit: FITS_OTHERS,
    predict: ASKS_FOR_ARRAY,
    predict_log_proba: ASKS_FOR_ARRAY,
    predict_proba: ASKS_FOR_ARRAY,
    score: ASKS,
  },
} as const satisfies ClassSpec;

export const LIKE_BAGGING_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: FITS_OTHERS,
    predict: ASKS_FOR_ARRAY,
    score: ASKS,
  },
} as const satisfies ClassSpec;

export const LIKE_BERNOULLI_NB = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: FITS,
    partial_fit: FITS,
    predict: PREDICTS,
    predict_joint_log_proba: PURE,
    predict_log_proba: ARRAY,
    predict_proba: ARRAY,
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_BINARIZER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: { ...FITS, when: unlessCopied('copy') },
    fit_transform: { ...FITS_AND_TRANSFORMS, when: givesUnlessCopied('copy') },
    get_feature_names_out: PURE,
    transform: MATRIX_UNLESS_COPIED,
  },
} as const satisfies ClassSpec;

export const LIKE_BISECTING_K_MEANS = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy_x') },
    fit_predict: { ...GIVES_LABELS_DRAWING, when: unlessCopied('copy_x') },
    fit_transform: { ...FITS_AND_GIVES_DRAWING, when: givesUnlessCopied('copy_x') },
    get_feature_names_out: PURE,
    predict: PREDICTS,
    score: SCORE,
    transform: MATRIX,
  },
} as const satisfies ClassSpec;

export const LIKE_CCA = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: { ...FITS, when: unlessCopied('copy') },
    fit_transform: { ...FITS_AND_GIVES, when: givesUnlessCopied('copy') },
    get_feature_names_out: PURE,
    ...each(
      {
        when: [
          { argument: 'self:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] },
          { argument: '2:copy', is: 'False', mutates: ['0:X', '1:y'], aliases: ['0:X', '1:y'] },
        ],
      },
      'inverse_transform transform',
    ),
    predict: {
      ...PREDICTS,
      when: [...PREDICTS.when, { argument: '1:copy', is: 'False', mutates: ['0:X'] }],
    },
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_COLUMN_TRANSFORMER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: FITS_OTHERS,
    fit_transform: FITS_OTHERS_AND_TRANSFORMS,
    get_feature_names_out: PURE,
    transform: ASKS_FOR_MATRIX,
  },
} as const satisfies ClassSpec;

export const LIKE_COUNT_VECTORIZER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    build_analyzer: PURE,
    build_preprocessor: PURE,
    build_tokenizer: PURE,
    decode: SHARES_ARGUMENTS,
    fit: FITS,
    fit_transform: FITS_AND_TRANSFORMS,
    get_feature_names_out: PURE,
    get_stop_words: PURE,
    inverse_transform: PURE,
    transform: MATRIX,
  },
} as const satisfies ClassSpec;

export const LIKE_DECISION_TREE_CLASSIFIER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    apply: PURE,
    cost_complexity_pruning_path: DRAWS_NUMPY,
    decision_path: PURE,
    fit: FITS_AND_DRAWS,
    get_depth: PURE,
    get_n_leaves: PURE,
    predict: PREDICTS,
    predict_log_proba: ARRAY,
    predict_proba: ARRAY,
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_DECISION_TREE_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    apply: PURE,
    cost_complexity_pruning_path: DRAWS_NUMPY,
    decision_path: PURE,
    fit: FITS_AND_DRAWS,
    get_depth: PURE,
    get_n_leaves: PURE,
    predict: PREDICTS,
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_DICTIONARY_LEARNING = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: FITS_AND_DRAWS,
    fit_transform: FITS_AND_TRANSFORMS_DRAWING,
    get_feature_names_out: PURE,
    inverse_transform: MATRIX,
    transform: MATRIX,
  },
} as const satisfies ClassSpec;

export const LIKE_DUMMY_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: { fit: FITS, predict: PURE, score: SCORE },
} as const satisfies ClassSpec;

export const LIKE_ELASTIC_NET = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy_X') },
    path: DRAWS_NUMPY,
    predict: PREDICTS,
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_EMPIRICAL_COVARIANCE = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: { error_norm: PURE, fit: FITS, get_precision: VIEW, mahalanobis: PURE, score: SCORE },
} as const satisfies ClassSpec;

export const LIKE_EXTRA_TREES_CLASSIFIER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    apply: PURE,
    decision_path: PURE,
    fit: FITS_AND_DRAWS,
    predict: PREDICTS,
    predict_log_proba: ARRAY,
    predict_proba: ARRAY,
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_EXTRA_TREES_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: { apply: PURE, decision_path: PURE, fit: FITS_AND_DRAWS, predict: PURE, score: SCORE },
} as const satisfies ClassSpec;

export const LIKE_FEATURE_AGGLOMERATION = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: FITS,
    fit_transform: FITS_AND_TRANSFORMS,
    get_feature_names_out: PURE,
    inverse_transform: MATRIX,
    transform: MATRIX,
  },
} as const satisfies ClassSpec;

export const LIKE_GENERIC_UNIVARIATE_SELECT = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: FITS,
    fit_transform: FITS_AND_TRANSFORMS,
    get_feature_names_out: PURE,
    get_support: PURE,
    inverse_transform: MATRIX,
    transform: MATRIX,
  },
} as const satisfies ClassSpec;

export const LIKE_GRAPHICAL_LASSO = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    error_norm: PURE,
    fit: FITS_OTHERS,
    get_precision: VIEW,
    mahalanobis: PURE,
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_GRID_SEARCH_CV = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    decision_function: ASKS_FOR_ARRAY,
    fit: FITS_OTHERS,
    inverse_transform: ASKS_FOR_MATRIX,
    predict: ASKS_FOR_ARRAY,
    predict_log_proba: ASKS_FOR_ARRAY,
    predict_proba: ASKS_FOR_ARRAY,
    score: ASKS,
    score_samples: ASKS_FOR_ARRAY,
    transform: ASKS_FOR_MATRIX,
  },
} as const satisfies ClassSpec;

export const LIKE_LABEL_BINARIZER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: { fit: FITS, fit_transform: FITS_AND_GIVES, inverse_transform: PURE, transform: PURE },
} as const satisfies ClassSpec;

export const LIKE_LABEL_PROPAGATION = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: { fit: FITS, predict: PURE, predict_proba: PURE, score: SCORE },
} as const satisfies ClassSpec;

export const LIKE_LARS = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy_X') },
    predict: PREDICTS,
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_LINEAR_SVR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: { fit: FITS_AND_DRAWS, predict: PURE, score: SCORE },
} as const satisfies ClassSpec;

export const LIKE_LOCALLY_LINEAR_EMBEDDING = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: FITS_AND_DRAWS,
    fit_transform: FITS_AND_TRANSFORMS_DRAWING,
    get_feature_names_out: PURE,
    transform: MATRIX,
  },
} as const satisfies ClassSpec;

export const LIKE_LOGISTIC_REGRESSION = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    decision_function: ARRAY,
    densify: ITSELF,
    fit: FITS_AND_MAY_DRAW,
    predict: PREDICTS,
    predict_log_proba: ARRAY,
    predict_proba: ARRAY,
    score: SCORE,
    sparsify: ITSELF,
  },
} as const satisfies ClassSpec;

export const LIKE_MDS = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: { fit: FITS_AND_DRAWS, fit_transform: GIVES_LABELS_DRAWING },
} as const satisfies ClassSpec;

export const LIKE_MAX_ABS_SCALER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: { ...FITS, when: unlessCopied('copy') },
    fit_transform: { ...FITS_AND_TRANSFORMS, when: givesUnlessCopied('copy') },
    get_feature_names_out: PURE,
    ...each(MATRIX_UNLESS_COPIED, 'inverse_transform transform'),
    partial_fit: FITS,
  },
} as const satisfies ClassSpec;

export const LIKE_MINI_BATCH_DICTIONARY_LEARNING = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: FITS_AND_DRAWS,
    fit_transform: FITS_AND_TRANSFORMS_DRAWING,
    get_feature_names_out: PURE,
    inverse_transform: MATRIX,
    partial_fit: FITS_AND_DRAWS,
    transform: MATRIX,
  },
} as const satisfies ClassSpec;

export const LIKE_NEAREST_CENTROID = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    decision_function: ARRAY,
    fit: FITS,
    predict: PREDICTS,
    predict_log_proba: ARRAY,
    predict_proba: ARRAY,
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_NU_SVC = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    decision_function: ARRAY,
    fit: FITS_AND_DRAWS,
    predict: PREDICTS,
    predict_log_proba: ARRAY,
    predict_proba: ARRAY,
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_NU_SVR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: FITS_OTHERS,
    predict: PREDICTS,
    score: SCORE,
  },
} as const satisfies ClassSpec;

export const LIKE_PASSIVE_AGGRESSIVE_CLASSIFIER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    decision_function: ARRAY,
    densify: ITSELF,
    fit: FITS_AND_DRAWS,
    partial_fit: FITS_AND_DRAWS,
    predict: PREDICTS,
    score: SCORE,
    sparsify: ITSELF,
  },
} as const satisfies ClassSpec;

export const LIKE_PASSIVE_AGGRESSIVE_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    densify: ITSELF,
    fit: FITS_AND_DRAWS,
    partial_fit: FITS_AND_DRAWS,
    predict: PREDICTS,
    score: SCORE,
    sparsify: ITSELF,
  },
} as const satisfies ClassSpec;

export const LIKE_POWER_TRANSFORMER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: { ...FITS, when: unlessCopied('copy') },
    fit_transform: { ...FITS_AND_TRANSFORMS, when: givesUnlessCopied('copy') },
    get_feature_names_out: PURE,
    ...each(MATRIX_UNLESS_COPIED, 'inverse_transform transform'),
  },
} as const satisfies ClassSpec;

export const LIKE_RFE = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    decision_function: ASKS_FOR_ARRAY,
    fit: FITS_OTHERS,
    fit_transform: FITS_OTHERS_AND_TRANSFORMS,
    get_feature_names_out: PURE,
    get_support: VIEW,
    inverse_transform: ASKS_FOR_MATRIX,
    predict: ASKS_FOR_ARRAY,
    predict_log_proba: ASKS_FOR_ARRAY,
    predict_proba: ASKS_FOR_ARRAY,
    score: ASKS,
    transform: ASKS_FOR_MATRIX,
  },
} as const satisfies ClassSpec;

export const LIKE_SPECTRAL_BICLUSTERING = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: { fit: FITS_AND_DRAWS, get_indices: PURE, get_shape: PURE, get_submatrix: PURE },
} as const satisfies ClassSpec;

export const LIKE_STACKING_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS,
  methods: {
    fit: FITS_OTHERS,
    fit_transform: FITS_OTHERS_AND_TRANSFORMS,
    get_feature_names_out: PURE,
    predict: ASKS_FOR_ARRAY,
    score: ASKS,
    transform: ASKS_FOR_MATRIX,
  },
} as const satisfies ClassSpec;

export const LIKE_K_FOLD = {
  constructor: HOLDS_ARGUMENTS,
  methods: {
    split: {
      aliases: ['self', '*'],
      mutates: ['self'],
      random: { seed: 'self:random_state', resource: 'random.numpy' },
    },
    get_n_splits: INT,
  },
} as const satisfies ClassSpec;
