import { each } from './each.ts';
import type { AttributeSpec, CallSpec, ClassSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const FRESH = { fresh: true } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const TRUTH = { returns: 'bool' } as const satisfies CallSpec;
const VIEW = { aliases: ['self'] } as const satisfies CallSpec;
const SHARES_ARGUMENTS = { aliases: ['*'] } as const satisfies CallSpec;
const CHANGES_ONLY = { mutates: ['self'], returns: 'builtins.NoneType' } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;
const DRAWS_NUMPY = { reads: ['random.numpy'], writes: ['random.numpy'] } as const satisfies CallSpec;

const SPARSE = {
  constructor: SHARES_ARGUMENTS,
  methods: {
    ...each(VIEW, 'tocsr tocsc tocoo tolil todok transpose reshape astype'),
    toarray: { mutates: [':out'], aliases: [':out'], returns: 'numpy.ndarray' },
    todense: { mutates: [':out'], aliases: [':out'] },
    ...each(
      PURE,
      `
        mean sum max min nonzero getrow getcol copy multiply dot power diagonal count_nonzero
      `,
    ),
    ...each(CHANGES_ONLY, 'sort_indices sum_duplicates eliminate_zeros setdiag'),
  },
  attributes: {
    ...each(PART, 'data indices indptr T'),
    shape: { returns: 'tuple', fresh: true },
    nnz: FRESH,
    dtype: FRESH,
    ndim: FRESH,
  },
} as const satisfies ClassSpec;

/** SciPy: statistics, optimisation, linear algebra, sparse matrices. */
export const scipy = {
  module: 'scipy',
  distribution: 'scipy',
  url: 'https://docs.scipy.org/doc/scipy/reference/',
  functions: {
    ...each(
      PURE,
      `
        stats.abs stats.alexandergovern stats.ansari  stats.bartlett stats.bayes_mvs
        stats.binomtest stats.boxcox stats.boxcox_llf stats.brunnermunzel stats.chisquare
        stats.circmean stats.circstd stats.circvar stats.cramervonmises stats.cumfreq stats.describe
        stats.directional_stats stats.ecdf stats.energy_distance stats.entropy stats.epps_singleton_2samp
        stats.exp stats.expectile stats.f_oneway stats.fligner stats.friedmanchisquare stats.gmean stats.gstd
        stats.gzscore stats.hmean stats.jarque_bera stats.kruskal stats.kstat stats.kstatvar stats.kurtosis
        stats.kurtosistest stats.levene stats.linregress stats.lmoment stats.log stats.logrank
        stats.make_distribution stats.median_abs_deviation stats.median_test stats.mode stats.moment stats.mood
        stats.mvsdist stats.normaltest stats.obrientransform stats.order_statistic stats.percentileofscore
        stats.pmean stats.pointbiserialr stats.poisson_means_test stats.power stats.power_divergence
        stats.ppcc_max stats.quantile_test stats.ranksums stats.relfreq stats.scoreatpercentile stats.sem
        stats.shapiro stats.sigmaclip stats.skew stats.skewtest stats.somersd stats.spearmanr stats.tiecorrect
        stats.tmax stats.tmean stats.tmin stats.trim1 stats.trim_mean stats.trimboth stats.truncate stats.tsem
        stats.tstd stats.ttest_1samp stats.ttest_ind_from_stats stats.ttest_rel stats.tukey_hsd stats.tvar
        stats.variation stats.wasserstein_distance stats.wasserstein_distance_nd stats.weightedtau
        stats.yeojohnson stats.yeojohnson_llf stats.yeojohnson_normmax stats.yeojohnson_normplot stats.zmap
        stats.zscore optimize.linear_sum_assignment optimize.nnls linalg.norm linalg.pinv linalg.expm
        special.comb special.factorial special.softmax special.logsumexp spatial.distance.euclidean
        spatial.distance.cosine spatial.distance.cityblock spatial.distance.correlation
        spatial.distance.hamming spatial.distance.jaccard spatial.distance.minkowski
        spatial.distance.mahalanobis cluster.hierarchy.linkage cluster.hierarchy.fcluster
        cluster.hierarchy.cophenet cluster.hierarchy.leaves_list cluster.vq.whiten integrate.trapezoid
        integrate.simpson integrate.cumulative_trapezoid interpolate.griddata signal.find_peaks signal.butter
        signal.filtfilt signal.lfilter signal.savgol_filter signal.convolve signal.correlate signal.hilbert
        signal.medfilt signal.resample signal.sosfiltfilt signal.sosfilt sparse.eye
      `,
    ),
    ...each(
      {
        reads: ['random.numpy'],
        writes: ['random.numpy'],
        calls: ['*'],
        mutates: [':random_state', ':rng'],
      },
      `
        stats.anderson stats.anderson_ksamp stats.bootstrap stats.boxcox_normmax stats.bws_test
        stats.chatterjeexi stats.chi2_contingency stats.combine_pvalues stats.cramervonmises_2samp
        stats.differential_entropy stats.dunnett stats.false_discovery_control stats.fisher_exact stats.fit
        stats.goodness_of_fit stats.iqr stats.kendalltau stats.ks_1samp stats.ks_2samp stats.kstest
        stats.mannwhitneyu stats.multiscale_graphcorr stats.page_trend_test stats.pearsonr
        stats.permutation_test stats.quantile stats.rankdata stats.siegelslopes stats.sobol_indices
        stats.spearmanrho stats.theilslopes stats.ttest_ind stats.wilcoxon
      `,
    ),
    ...each(
      { calls: ['*'] },
      `
        stats.binned_statistic stats.binned_statistic_2d stats.binned_statistic_dd stats.monte_carlo_test
        optimize.minimize optimize.minimize_scalar optimize.curve_fit optimize.root optimize.root_scalar
        optimize.brentq optimize.bisect optimize.newton optimize.fsolve optimize.least_squares optimize.fmin
        integrate.quad integrate.odeint integrate.solve_ivp integrate.dblquad
      `,
    ),
    // Their search sets up logging.
    ...each({ reads: ['logging'], writes: ['logging'] }, 'stats.barnard_exact stats.boschloo_exact'),
    'optimize.fmin_bfgs': { calls: ['*'], writes: ['stdout'] },
    'stats.boxcox_normplot': { mutates: [':plot'], writes: ['figure'], reads: ['figure'] },
    'stats.ppcc_plot': { mutates: [':plot'], writes: ['figure'], reads: ['figure'] },
    'stats.probplot': { mutates: [':plot'], writes: ['figure'], reads: ['figure'] },
    'optimize.linprog': { calls: [':callback'] },
    ...each(
      {
        calls: ['*'],
        reads: ['random.numpy'],
        writes: ['random.numpy'],
        mutates: [':seed', ':rng'],
      },
      'optimize.differential_evolution optimize.basinhopping optimize.dual_annealing',
    ),
    ...each(
      {
        when: [
          { argument: ':overwrite_a', is: 'True', mutates: ['*'], aliases: ['*'] },
          { argument: ':overwrite_b', is: 'True', mutates: ['*'], aliases: ['*'] },
        ],
      },
      `
        linalg.inv linalg.det linalg.eig linalg.eigh linalg.eigvals linalg.svd linalg.solve linalg.lu linalg.qr
        linalg.cholesky
      `,
    ),
    ...each(
      { mutates: ['1:out'], aliases: ['1:out'] },
      `
        special.expit special.logit special.erf special.erfc special.gamma special.gammaln special.digamma
      `,
    ),
    'special.beta': { mutates: ['2:out'], aliases: ['2:out'] },
    'special.betaln': { mutates: ['2:out'], aliases: ['2:out'] },
    'special.zeta': { mutates: ['2:out'], aliases: ['2:out'] },
    'spatial.distance.pdist': { mutates: [':out'], aliases: [':out'], calls: ['*'] },
    'spatial.distance.squareform': { aliases: ['0:X'] },
    'spatial.distance.cdist': { mutates: [':out'], aliases: [':out'], calls: ['*'] },
    'cluster.hierarchy.dendrogram': { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'] },
    ...each(
      SHARES_ARGUMENTS,
      `
        sparse.hstack sparse.vstack
      `,
    ),
    'signal.welch': { calls: [':detrend'] },
    'signal.periodogram': { calls: [':detrend'] },
    'signal.spectrogram': { calls: [':detrend'] },
    'signal.detrend': {
      when: [{ argument: ':overwrite_data', is: 'True', mutates: ['0:data'], aliases: ['0:data'] }],
    },
    'sparse.issparse': TRUTH,
    'sparse.save_npz': { writesFile: '0:file' },
    'sparse.load_npz': { readsFile: '0:file' },
    'io.loadmat': { readsFile: '0:file_name' },
    'io.savemat': { writesFile: '0:file_name' },
    ...each(
      { mutates: [':output'], aliases: [':output'] },
      `
        ndimage.gaussian_filter ndimage.median_filter ndimage.uniform_filter ndimage.zoom ndimage.rotate
        ndimage.shift
      `,
    ),
  },
  classes: {
    'interpolate.interp1d': { constructor: SHARES_ARGUMENTS, methods: { __call__: PURE } },
    'interpolate.CubicSpline': {
      constructor: SHARES_ARGUMENTS,
      methods: { ...each(PURE, '__call__ derivative antiderivative integrate roots') },
    },
    'interpolate.UnivariateSpline': {
      constructor: SHARES_ARGUMENTS,
      methods: { ...each(PURE, '__call__ derivative antiderivative integral roots') },
    },
    'stats.rv_generic': {
      methods: {
        ...each(
          PURE,
          'cdf sf ppf isf logcdf logsf mean std var median stats entropy interval moment support',
        ),
        expect: { calls: ['*'] },
        rvs: { reads: ['random.numpy'], writes: ['random.numpy'], mutates: [':random_state'] },
      },
      constructor: HOLDS_ARGUMENTS,
    },
    'stats.rv_continuous': {
      bases: ['scipy.stats.rv_generic'],
      methods: { pdf: PURE, logpdf: PURE, fit: PURE },
      constructor: HOLDS_ARGUMENTS,
    },
    'stats.rv_discrete': {
      bases: ['scipy.stats.rv_generic'],
      methods: { pmf: PURE, logpmf: PURE },
      constructor: HOLDS_ARGUMENTS,
    },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
      `
        stats.alpha stats.anglit stats.arcsine stats.argus
      `,
    ),
    'stats.bernoulli': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.beta': { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
    'stats.betabinom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.betanbinom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.betaprime': { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
    'stats.binom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.boltzmann': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
      `
        stats.bradford stats.burr stats.burr12 stats.cauchy stats.chi stats.chi2 stats.cosine stats.crystalball
        stats.dgamma
      `,
    ),
    'stats.dlaplace': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
      `
        stats.dpareto_lognorm stats.dweibull stats.erlang stats.expon stats.exponnorm stats.exponpow
        stats.exponweib stats.f stats.fatiguelife stats.fisk stats.foldcauchy stats.foldnorm stats.gamma
        stats.gausshyper stats.genexpon stats.genextreme stats.gengamma stats.genhalflogistic
        stats.genhyperbolic stats.geninvgauss stats.genlogistic stats.gennorm stats.genpareto
      `,
    ),
    'stats.geom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
      `
        stats.gibrat stats.gompertz stats.gumbel_l stats.gumbel_r stats.halfcauchy stats.halfgennorm
        stats.halflogistic stats.halfnorm
      `,
    ),
    'stats.hypergeom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
      `
        stats.hypsecant stats.invgamma stats.invgauss stats.invweibull stats.irwinhall stats.jf_skew_t
        stats.johnsonsb stats.johnsonsu stats.kappa3 stats.kappa4 stats.ksone stats.kstwo stats.kstwobign
        stats.landau stats.laplace stats.laplace_asymmetric stats.levy stats.levy_l stats.levy_stable
        stats.loggamma stats.logistic stats.loglaplace stats.lognorm
      `,
    ),
    'stats.logser': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
      `
        stats.loguniform stats.lomax stats.maxwell stats.mielke stats.moyal stats.nakagami
      `,
    ),
    'stats.nbinom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.ncf': { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
    'stats.nchypergeom_fisher': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.nchypergeom_wallenius': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.nct': { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
    'stats.ncx2': { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
    'stats.nhypergeom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
      `
        stats.norm stats.norminvgauss stats.pareto stats.pearson3
      `,
    ),
    'stats.planck': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.poisson': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.poisson_binom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.powerlaw': { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
    'stats.powerlognorm': { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
    'stats.powernorm': { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
    'stats.randint': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
      `
        stats.rayleigh stats.rdist stats.recipinvgauss stats.reciprocal stats.rel_breitwigner stats.rice
        stats.semicircular
      `,
    ),
    'stats.skellam': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE },
      `
        stats.skewcauchy stats.skewnorm stats.studentized_range stats.t stats.trapezoid stats.triang
        stats.truncexpon stats.truncnorm stats.truncpareto stats.truncweibull_min stats.tukeylambda
        stats.uniform stats.vonmises stats.vonmises_line stats.wald stats.weibull_max stats.weibull_min
        stats.wrapcauchy
      `,
    ),
    'stats.yulesimon': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.zipf': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.zipfian': { bases: ['scipy.stats.rv_discrete'], constructor: PURE },
    'stats.gaussian_kde': {
      constructor: HOLDS_ARGUMENTS,
      methods: {
        ...each(PURE, 'evaluate pdf logpdf integrate_box_1d'),
        set_bandwidth: CHANGES_ONLY,
        resample: DRAWS_NUMPY,
      },
    },
    'sparse.csr_matrix': SPARSE,
    'sparse.csc_matrix': SPARSE,
    'sparse.coo_matrix': SPARSE,
    'sparse.lil_matrix': SPARSE,
    'sparse.dok_matrix': SPARSE,
    'sparse.csr_array': SPARSE,
    'sparse.csc_array': SPARSE,
    'sparse.coo_array': SPARSE,
  },
} as const satisfies LibrarySpec;
