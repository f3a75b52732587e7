import { each } from './each.ts';
import {
  ARRAY,
  ARRAY_PART,
  CALLS_ARGUMENT,
  CROSS_VALIDATES,
  DRAWS_NUMPY,
  display,
  FRESH,
  HOLDS_ARGUMENTS,
  INT,
  ITSELF,
  LOADS_DATA,
  MAKES_DATA,
  PART,
  PRINTS,
  PURE,
  SCORE,
  SHARES_ARGUMENTS,
  TEXT,
  TRUTH,
  VIEW,
} from './scikit-learn-calls.ts';
import { LIKE_BAGGING_CLASSIFIER, LIKE_GRID_SEARCH_CV, LIKE_K_FOLD } from './scikit-learn-kinds.ts';
import { sklearnModels } from './scikit-learn-models.ts';
import { SCIKIT_LEARN_ROWS } from './scikit-learn-rows.ts';
import { sklearnTransformers } from './scikit-learn-transformers.ts';
import type { ClassSpec, LibrarySpec } from './types.ts';

const LOADED = {
  ...each({ returns: 'sklearn.LoadedNames' }, 'feature_names target_names'),
  ...each({ returns: 'str', fresh: true }, 'DESCR filename'),
} as const satisfies ClassSpec['attributes'];

/** scikit-learn: fitting changes an estimator and gives it back; predicting reads. */
export const scikitLearn = {
  module: 'sklearn',
  rows: SCIKIT_LEARN_ROWS,
  distribution: 'scikit-learn',
  url: 'https://scikit-learn.org/stable/api/index.html',
  functions: {
    ...each(
      PURE,
      `
        base.clone model_selection.check_cv metrics.adjusted_mutual_info_score metrics.auc
        metrics.average_precision_score metrics.calinski_harabasz_score metrics.class_likelihood_ratios
        metrics.completeness_score metrics.confusion_matrix_at_thresholds metrics.consensus_score
        metrics.coverage_error metrics.d2_absolute_error_score metrics.d2_brier_score metrics.d2_log_loss_score
        metrics.d2_pinball_score metrics.d2_tweedie_score metrics.davies_bouldin_score metrics.dcg_score
        metrics.det_curve metrics.euclidean_distances metrics.explained_variance_score metrics.f1_score
        metrics.fbeta_score metrics.fowlkes_mallows_score metrics.get_scorer metrics.get_scorer_names
        metrics.hinge_loss metrics.homogeneity_completeness_v_measure metrics.homogeneity_score
        metrics.jaccard_score metrics.label_ranking_average_precision_score metrics.label_ranking_loss
        metrics.log_loss metrics.max_error metrics.mean_absolute_error metrics.mean_absolute_percentage_error
        metrics.mean_gamma_deviance metrics.mean_pinball_loss metrics.mean_poisson_deviance
        metrics.mean_squared_error metrics.mean_squared_log_error metrics.mean_tweedie_deviance
        metrics.median_absolute_error  metrics.multilabel_confusion_matrix
        metrics.mutual_info_score metrics.nan_euclidean_distances metrics.ndcg_score
        metrics.normalized_mutual_info_score metrics.pair_confusion_matrix metrics.pairwise_distances_argmin
        metrics.pairwise_distances_argmin_min metrics.precision_recall_fscore_support metrics.precision_score
        metrics.r2_score metrics.rand_score metrics.recall_score metrics.roc_auc_score
        metrics.root_mean_squared_error metrics.root_mean_squared_log_error metrics.silhouette_samples
        metrics.top_k_accuracy_score metrics.v_measure_score metrics.zero_one_loss
        metrics.pairwise.additive_chi2_kernel metrics.pairwise.chi2_kernel metrics.pairwise.cosine_distances
        metrics.pairwise.cosine_similarity metrics.pairwise.distance_metrics
        metrics.pairwise.euclidean_distances metrics.pairwise.haversine_distances
        metrics.pairwise.kernel_metrics metrics.pairwise.laplacian_kernel metrics.pairwise.linear_kernel
        metrics.pairwise.manhattan_distances metrics.pairwise.nan_euclidean_distances
        metrics.pairwise.paired_cosine_distances metrics.pairwise.paired_distances
        metrics.pairwise.paired_euclidean_distances metrics.pairwise.paired_manhattan_distances
        metrics.pairwise.pairwise_distances_argmin metrics.pairwise.pairwise_distances_argmin_min
        metrics.pairwise.polynomial_kernel metrics.pairwise.rbf_kernel metrics.pairwise.sigmoid_kernel
        metrics.cluster.adjusted_mutual_info_score metrics.cluster.calinski_harabasz_score
        metrics.cluster.completeness_score metrics.cluster.consensus_score metrics.cluster.contingency_matrix
        metrics.cluster.davies_bouldin_score metrics.cluster.entropy metrics.cluster.fowlkes_mallows_score
        metrics.cluster.homogeneity_completeness_v_measure metrics.cluster.homogeneity_score
        metrics.cluster.mutual_info_score metrics.cluster.normalized_mutual_info_score
        metrics.cluster.pair_confusion_matrix metrics.cluster.rand_score metrics.cluster.silhouette_samples
        metrics.cluster.v_measure_score utils.class_weight.compute_class_weight
        utils.class_weight.compute_sample_weight utils.multiclass.unique_labels utils.multiclass.type_of_target
        utils.estimator_html_repr utils.all_estimators  preprocessing.add_dummy_feature
        preprocessing.label_binarize feature_selection.chi2 feature_selection.f_classif
        feature_selection.f_regression feature_selection.r_regression feature_selection.f_oneway cluster.dbscan
        cluster.cluster_optics_dbscan cluster.cluster_optics_xi cluster.compute_optics_graph
        cluster.linkage_tree cluster.mean_shift cluster.ward_tree decomposition.sparse_encode
        linear_model.lars_path linear_model.lars_path_gram linear_model.orthogonal_mp
         manifold.trustworthiness covariance.empirical_covariance
         covariance.ledoit_wolf covariance.ledoit_wolf_shrinkage covariance.oas
        covariance.shrunk_covariance neighbors.kneighbors_graph neighbors.radius_neighbors_graph
        feature_extraction.image.grid_to_graph feature_extraction.image.img_to_graph
        feature_extraction.image.reconstruct_from_patches_2d svm.l1_min_c
      `,
    ),
    ...each(TRUTH, 'base.is_classifier base.is_regressor base.is_clusterer base.is_outlier_detector'),
    'pipeline.make_pipeline': { holds: [{ by: 'return', value: '*' }], returns: 'sklearn.pipeline.Pipeline' },
    'pipeline.make_union': {
      holds: [{ by: 'return', value: '*' }],
      returns: 'sklearn.pipeline.FeatureUnion',
    },
    'compose.make_column_transformer': {
      holds: [{ by: 'return', value: '*' }],
      returns: 'sklearn.compose.ColumnTransformer',
    },
    'model_selection.train_test_split': {
      random: { seed: ':random_state', resource: 'random.numpy' },
      aliases: ['*'],
    },
    'model_selection.cross_val_score': { ...CROSS_VALIDATES, returns: 'numpy.ndarray' },
    ...each(
      CROSS_VALIDATES,
      `
        model_selection.cross_validate model_selection.learning_curve model_selection.validation_curve
        model_selection.permutation_test_score
      `,
    ),
    'model_selection.cross_val_predict': { ...CROSS_VALIDATES, returns: 'numpy.ndarray' },
    ...each(
      SCORE,
      `
        metrics.accuracy_score metrics.adjusted_rand_score metrics.balanced_accuracy_score
        metrics.brier_score_loss metrics.cohen_kappa_score metrics.hamming_loss metrics.matthews_corrcoef
        metrics.cluster.adjusted_rand_score
      `,
    ),
    ...each(
      SHARES_ARGUMENTS,
      `
        metrics.check_scoring metrics.pairwise.check_paired_arrays metrics.pairwise.check_pairwise_arrays
        calibration.calibration_curve utils.check_array utils.check_X_y utils.column_or_1d utils.indexable
        utils.validation.check_is_fitted utils.validation.check_array cluster.get_bin_seeds
      `,
    ),
    'metrics.classification_report': {
      returns: 'str',
      when: [{ argument: ':output_dict', is: 'True', returns: 'dict' }],
    },
    'metrics.confusion_matrix': ARRAY,
    'metrics.make_scorer': HOLDS_ARGUMENTS,
    ...each(
      CALLS_ARGUMENT,
      `
        metrics.pairwise_distances metrics.pairwise_distances_chunked metrics.pairwise_kernels
        metrics.pairwise.pairwise_distances metrics.pairwise.pairwise_distances_chunked
        metrics.pairwise.pairwise_kernels
      `,
    ),
    'metrics.precision_recall_curve': { returns: 'numpy.ndarray, numpy.ndarray, numpy.ndarray' },
    'metrics.roc_curve': { returns: 'numpy.ndarray, numpy.ndarray, numpy.ndarray' },
    ...each(
      {
        random: { seed: ':random_state', resource: 'random.numpy' },
        returns: 'float',
      },
      'metrics.silhouette_score metrics.cluster.silhouette_score',
    ),
    'metrics.plot_confusion_matrix': { reads: ['figure'], writes: ['figure'], mutates: [':ax'] },
    'metrics.plot_roc_curve': { reads: ['figure'], writes: ['figure'], mutates: [':ax'] },
    'metrics.plot_precision_recall_curve': { reads: ['figure'], writes: ['figure'], mutates: [':ax'] },
    'inspection.permutation_importance': {
      random: { seed: ':random_state', resource: 'random.numpy' },
      calls: ['*'],
    },
    'inspection.partial_dependence': { calls: ['*'] },
    'tree.plot_tree': {
      reads: ['figure', 'options'],
      writes: ['figure'],
      mutates: [':ax'],
      aliases: [':ax'],
    },
    'tree.export_text': TEXT,
    'tree.export_graphviz': { writesFile: ':out_file' },
    ...each(
      {
        reads: ['network', 'files'],
        writes: ['files', 'network'],
        random: { seed: ':random_state', resource: 'random.numpy' },
      },
      `
        datasets.fetch_20newsgroups datasets.fetch_covtype datasets.fetch_kddcup99
        datasets.fetch_olivetti_faces datasets.fetch_rcv1
      `,
    ),
    'datasets.fetch_20newsgroups_vectorized': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_california_housing': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_file': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_lfw_pairs': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_lfw_people': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_openml': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_species_distributions': { reads: ['network', 'files'], writes: ['files', 'network'] },
    ...each(
      LOADS_DATA,
      `
        datasets.load_breast_cancer datasets.load_diabetes datasets.load_digits datasets.load_iris
        datasets.load_linnerud datasets.load_wine
      `,
    ),
    'datasets.load_sample_image': ARRAY,
    'datasets.load_sample_images': { returns: 'sklearn.utils.Bunch' },
    'datasets.make_biclusters': { random: { seed: ':random_state', resource: 'random.numpy' } },
    ...each(
      MAKES_DATA,
      `
        datasets.make_blobs datasets.make_circles datasets.make_classification datasets.make_friedman1
        datasets.make_friedman2 datasets.make_friedman3 datasets.make_gaussian_quantiles
        datasets.make_hastie_10_2 datasets.make_moons datasets.make_regression datasets.make_s_curve
        datasets.make_sparse_uncorrelated datasets.make_swiss_roll
      `,
    ),
    'datasets.make_checkerboard': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'datasets.make_low_rank_matrix': { random: { seed: ':random_state', resource: 'random.numpy' } },
    ...each(
      {
        random: { seed: ':random_state', resource: 'random.numpy' },
      },
      `
        datasets.make_multilabel_classification 
        decomposition.non_negative_factorization
      `,
    ),
    'datasets.make_sparse_coded_signal': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'datasets.make_sparse_spd_matrix': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'datasets.make_spd_matrix': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'datasets.load_svmlight_file': { readsFile: '0:f' },
    'datasets.load_files': {
      readsFile: '0:container_path',
      random: { seed: ':random_state', resource: 'random.numpy' },
    },
    'datasets.dump_svmlight_file': { writesFile: '2:f' },
    'datasets.get_data_home': { reads: ['environment', 'files'], writes: ['files'], returns: 'str' },
    'utils.resample': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'utils.shuffle': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'utils.check_random_state': { aliases: ['*'], random: { seed: '0:seed', resource: 'random.numpy' } },
    'utils.extmath.randomized_svd': { random: { seed: ':random_state', resource: 'random.numpy' } },
    ...each(
      {
        when: [{ argument: ':copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
      },
      `
        preprocessing.binarize preprocessing.maxabs_scale preprocessing.minmax_scale preprocessing.normalize
        preprocessing.power_transform preprocessing.robust_scale
      `,
    ),
    'preprocessing.quantile_transform': {
      random: { seed: ':random_state', resource: 'random.numpy' },
      when: [{ argument: ':copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
    },
    'preprocessing.scale': { when: [{ argument: ':copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }] },
    'metrics.metric_at_thresholds': { calls: [':metric', '2:metric'] },
    'utils.extmath.softmax': {
      when: [{ argument: '1:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
    },
    'linear_model.orthogonal_mp_gram': {
      when: [
        { argument: ':copy_Gram', is: 'False', mutates: ['0:Gram'] },
        { argument: ':copy_Xy', is: 'False', mutates: ['0:Gram', '1:Xy'] },
      ],
    },
    'covariance.graphical_lasso': { ...DRAWS_NUMPY, mutates: [':cov_init'], aliases: [':cov_init'] },
    ...each(
      {
        random: { seed: ':random_state', resource: 'random.numpy' },
        when: [{ argument: ':copy', is: 'False', mutates: ['0:X', '1:y'] }],
      },
      'feature_selection.mutual_info_classif feature_selection.mutual_info_regression',
    ),
    'cluster.affinity_propagation': {
      random: { seed: ':random_state', resource: 'random.numpy' },
      when: [{ argument: ':copy', is: 'False', mutates: ['0:S'] }],
    },
    ...each(
      { random: { seed: ':random_state', resource: 'random.numpy' } },
      `
        cluster.k_means cluster.kmeans_plusplus  cluster.spectral_clustering
        cluster.estimate_bandwidth decomposition.dict_learning decomposition.dict_learning_online
        decomposition.fastica
      `,
    ),
    'linear_model.enet_path': DRAWS_NUMPY,
    'linear_model.lasso_path': DRAWS_NUMPY,
    'linear_model.ridge_regression': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'manifold.locally_linear_embedding': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'manifold.smacof': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'manifold.spectral_embedding': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'feature_extraction.image.extract_patches_2d': {
      random: { seed: ':random_state', resource: 'random.numpy' },
      aliases: ['0:image'],
    },
    set_config: { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
    get_config: { reads: ['options'], returns: 'dict' },
    show_versions: { ...PRINTS, reads: ['process'] },
    config_context: HOLDS_ARGUMENTS,
  },
  classes: {
    ...sklearnModels,
    ...sklearnTransformers,
    /** What transformers give: an array, a table after `set_output`, or a sparse matrix. */
    Matrix: {
      constructor: PURE,
      oneOf: ['numpy.ndarray', 'pandas.DataFrame', 'scipy.sparse.csr_matrix'],
      element: 'builtins.Plain',
    },
    /** What scikit-learn's own data sets are given as. */
    LoadedArrays: {
      bases: ['sklearn.utils.Bunch'],
      constructor: PURE,
      attributes: { ...LOADED, ...each(ARRAY_PART, 'data target images') },
    },
    /** The same, asked for as a frame, or perhaps. */
    LoadedTables: {
      bases: ['sklearn.utils.Bunch'],
      constructor: PURE,
      attributes: {
        ...LOADED,
        data: { returns: 'sklearn.Matrix' },
        target: { returns: 'numpy.Result' },
        images: ARRAY_PART,
      },
    },
    LoadedNames: { constructor: PURE, oneOf: ['builtins.list', 'numpy.ndarray'], element: 'builtins.Plain' },
    'base.BaseEstimator': {
      methods: {
        get_params: VIEW,
        get_metadata_routing: VIEW,
        set_params: {
          keepsKeywords: true,
          mutates: ['self'],
          aliases: ['self'],
          returns: 'self',
          holds: [{ by: 'self', value: '*' }],
        },
        ...each(
          ITSELF,
          `
            set_output set_fit_request set_predict_request set_score_request set_transform_request
            set_partial_fit_request set_inverse_transform_request set_decision_function_request
            set_predict_proba_request
          `,
        ),
      },
      attributes: {
        ...each(
          PART,
          `
            classes_ intercept_ estimators_ named_steps steps named_transformers_ transformers_ vocabulary_
            tree_ categories_ params
          `,
        ),
        ...each(
          ARRAY_PART,
          `
            coef_ feature_importances_ feature_names_in_ labels_ cluster_centers_ components_ mean_ scale_ var_
            explained_variance_ratio_ explained_variance_ singular_values_ support_vectors_
          `,
        ),
        best_estimator_: { clones: 'sklearn.base.BaseEstimator' },
        cv_results_: { returns: 'dict' },
        ...each({ returns: 'int', fresh: true }, 'n_features_in_ n_iter_ best_index_ n_outputs_'),
        inertia_: { returns: 'float', fresh: true },
        best_score_: { returns: 'float', fresh: true },
        oob_score_: { returns: 'float', fresh: true },
        best_params_: { returns: 'dict' },
      },
      constructor: HOLDS_ARGUMENTS,
    },
    ...each(
      { bases: ['sklearn.base.BaseEstimator'], constructor: HOLDS_ARGUMENTS },
      `
        base.ClassifierMixin base.RegressorMixin base.TransformerMixin base.ClusterMixin base.OutlierMixin
      `,
    ),
    'model_selection.FixedThresholdClassifier': LIKE_BAGGING_CLASSIFIER,
    'model_selection.GridSearchCV': LIKE_GRID_SEARCH_CV,
    'model_selection.RandomizedSearchCV': LIKE_GRID_SEARCH_CV,
    'model_selection.TunedThresholdClassifierCV': LIKE_BAGGING_CLASSIFIER,
    'model_selection.KFold': LIKE_K_FOLD,
    'model_selection.StratifiedKFold': LIKE_K_FOLD,
    'model_selection.GroupKFold': {
      constructor: HOLDS_ARGUMENTS,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT },
    },
    ...each(
      LIKE_K_FOLD,
      `
        model_selection.RepeatedKFold model_selection.RepeatedStratifiedKFold model_selection.ShuffleSplit
        model_selection.StratifiedShuffleSplit model_selection.GroupShuffleSplit
      `,
    ),
    'model_selection.LeaveOneOut': {
      constructor: HOLDS_ARGUMENTS,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT },
    },
    'model_selection.LeavePOut': {
      constructor: HOLDS_ARGUMENTS,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT },
    },
    'model_selection.LeaveOneGroupOut': {
      constructor: HOLDS_ARGUMENTS,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT },
    },
    'model_selection.LeavePGroupsOut': {
      constructor: HOLDS_ARGUMENTS,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT },
    },
    'model_selection.PredefinedSplit': {
      constructor: HOLDS_ARGUMENTS,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT },
    },
    'model_selection.TimeSeriesSplit': {
      constructor: HOLDS_ARGUMENTS,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT },
    },
    'model_selection.StratifiedGroupKFold': LIKE_K_FOLD,
    'model_selection.ParameterGrid': { constructor: HOLDS_ARGUMENTS },
    'model_selection.ParameterSampler': {
      constructor: HOLDS_ARGUMENTS,
      iterate: { reads: ['random.numpy'], writes: ['random.numpy'] },
    },
    'metrics.ConfusionMatrixDisplay': display('sklearn.metrics.ConfusionMatrixDisplay'),
    'metrics.RocCurveDisplay': display('sklearn.metrics.RocCurveDisplay'),
    'metrics.PrecisionRecallDisplay': display('sklearn.metrics.PrecisionRecallDisplay'),
    'metrics.DetCurveDisplay': display('sklearn.metrics.DetCurveDisplay'),
    'metrics.PredictionErrorDisplay': display('sklearn.metrics.PredictionErrorDisplay'),
    'inspection.PartialDependenceDisplay': display('sklearn.inspection.PartialDependenceDisplay'),
    'inspection.DecisionBoundaryDisplay': display('sklearn.inspection.DecisionBoundaryDisplay'),
    'model_selection.LearningCurveDisplay': display('sklearn.model_selection.LearningCurveDisplay'),
    'model_selection.ValidationCurveDisplay': display('sklearn.model_selection.ValidationCurveDisplay'),
    'utils.Bunch': {
      bases: ['builtins.dict'],
      constructor: HOLDS_ARGUMENTS,
      attributes: {
        ...each(PART, 'data target frame feature_names target_names DESCR filename images'),
      },
    },
    'exceptions.ConvergenceWarning': { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    'exceptions.NotFittedError': { bases: ['builtins.ValueError'], constructor: HOLDS_ARGUMENTS },
  },
  attributes: { 'feature_extraction.text.ENGLISH_STOP_WORDS': FRESH, __version__: FRESH },
} as const satisfies LibrarySpec;
