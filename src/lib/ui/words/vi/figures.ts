// The desk's pages about figures: overview, campaigns and targets, figures of the police, reports, lists.

import type { CheckCode, ReportedMeasure } from '../../../domain/figure-check.ts';
import type { CauseGroup } from '../../../domain/catalogue/barriers.ts';
import type { FunnelStep } from '../../../domain/figures.ts';
import type { ListKind } from '../../../domain/list-export.ts';
import type { ReportKind } from '../../../domain/period.ts';
import type { ReportText } from '../../../domain/ward-report.ts';
import { guide } from './guide.ts';

const steps: Record<FunnelStep, string> = {
	registered: 'Người trong danh sách',
	card: 'Có thẻ',
	submitted: 'Đã nộp hồ sơ',
	issued: 'Đã cấp',
	activated: 'Đã kích hoạt',
	success: 'Đã kích hoạt và đăng nhập'
};

const causes: Record<CauseGroup | 'none', string> = {
	C1: 'Người có mặt ít hơn người có thẻ',
	C2: 'Thiết bị, số điện thoại, thẻ',
	C3: 'Đã đăng ký, chưa kích hoạt hoặc không vào được',
	C4: 'Tuyên truyền chưa sâu',
	C5: 'Kỹ năng còn hạn chế',
	none: 'Trường hợp khác'
};

const measures: Record<ReportedMeasure, string> = {
	issued: 'Đã cấp',
	activated: 'Đã kích hoạt',
	loggedIn: 'Đã đăng nhập',
	success: 'Đã kích hoạt và đăng nhập'
};

const checks: Record<CheckCode, (what: string, one: string, two: string, three: string) => string> = {
	SUM_MISMATCH: (what, one, two, total) => `${what}: mức 1 là ${one}, mức 2 là ${two}, cộng lại khác tổng ${total}.`,
	RATE_OVER_100: (what, part, whole) => `${what}: ${part} trên ${whole} là quá 100 %. Cần một ghi chú vì sao.`,
	RATE_DIFFERS: (what, part, whole, rate) =>
		`${what}: ${part} trên ${whole} được ghi là ${rate} %, tính lại không khớp.`,
	DATES_OUT_OF_ORDER: (what, first, second) => `${what}: ngày ${first} phải đứng sau hoặc cùng ngày ${second}.`
};

const kinds: Record<ReportKind, string> = { day: 'Ngày', week: 'Tuần', month: 'Tháng' };

const texts: Record<ReportText, string> = {
	number: 'Số văn bản',
	place: 'Nơi lập',
	addressee: 'Kính gửi',
	summary: 'Mở đầu',
	difficulties: 'Khó khăn, vướng mắc',
	proposals: 'Đề xuất, kiến nghị',
	signer: 'Người ký',
	signerTitle: 'Chức danh người ký',
	copies: 'Nơi nhận'
};

const lists: Record<ListKind, string> = {
	withoutLevel2: 'Chưa có mức 2 (từ đủ 14 tuổi)',
	notActivated: 'Đã được duyệt, chưa kích hoạt',
	referrals: 'Chuyển xử lý trong ba tháng qua',
	sessions: 'Lịch hẹn làm mức 2 sắp tới'
};

export const figures = {
	nav: 'Số liệu, báo cáo',
	tabs: {
		label: 'Các phần của số liệu',
		campaigns: 'Đợt cao điểm, chỉ tiêu',
		reported: 'Số Công an báo',
		reports: 'Báo cáo',
		lists: 'Danh sách',
		causes: 'Nguyên nhân theo thời gian',
		briefing: 'Phiếu giao ban',
		outreach: 'Buổi tuyên truyền',
		help: 'Bàn hỗ trợ'
	},
	whole: 'Cả phường',
	allOwn: 'Tất cả địa bàn được xem',
	level: (level: number | null) => (level === null ? 'Tổng' : `Mức ${level}`),
	steps,
	causes,
	barriers: guide.barrierNames as Record<string, string>,
	flags: guide.dataFlagNames as Record<string, string>,
	measures: { ...measures, householdsInformed: 'Hộ đã được tuyên truyền' } as Record<string, string>,
	origins: { counted: 'số đếm được', reported: 'số Công an báo', dates: 'ngày tháng' },
	checks,
	causeTrend: {
		title: 'Nguyên nhân theo thời gian',
		says: 'Số lượt thăm gặp từng vướng mắc, theo ngày gặp. Một mã thuộc hai nhóm thì tính ở cả hai; dòng "Tất cả" chỉ đếm một lần.',
		where: 'Nơi xem',
		cause: 'Nhóm nguyên nhân',
		all: 'Tất cả',
		total: 'Cộng',
		byQuarter: (cause: string) => `Theo khu phố: ${cause}`,
		inBars: (place: string, total: string) => `${place}: ${total} lượt gặp`,
		nothing: 'Trong những ngày này chưa lượt thăm nào ghi vướng mắc.',
		toTrend: 'Xem thay đổi theo thời gian'
	},
	overview: {
		title: 'Tổng quan',
		campaign: 'Đợt cao điểm',
		choose: 'Xem',
		period: (from: string, to: string) => `từ ${from} đến ${to}`,
		daysLeft: (days: number) =>
			days > 0 ? `còn ${days} ngày` : days === 0 ? 'hôm nay là ngày cuối' : `đã hết hạn ${-days} ngày`,
		noCampaign: 'Chưa có đợt cao điểm. Đang xem 30 ngày gần nhất.',
		checks: 'Số liệu cần xem lại',
		received: 'Phường đã nhận',
		waiting: 'chờ duyệt',
		approved: 'đã duyệt',
		returned: 'trả lại',
		onPhones: 'Còn trên máy, chưa gửi',
		onPhonesNote: 'Các máy tự báo; không nằm trong số nào ở trên.',
		entries: (count: string, phones: number) => `${count} bản ghi trên ${phones} máy`,
		none: 'Không có',
		oldest: (name: string, when: string) => `lâu nhất: máy của ${name}, báo lúc ${when}`,
		silent: 'Máy im lặng quá 3 ngày',
		silentNone: 'Máy nào cũng đã gửi về trong 3 ngày qua.',
		silentSince: (name: string, when: string) => `${name}: lần cuối ${when}`,
		never: 'chưa gửi về lần nào',
		quarters: 'Theo khu phố',
		trend: 'Diễn biến',
		trendVisits: 'Lượt đến nhà',
		trendSuccess: 'Người thành công',
		trendInformed: 'Hộ được tuyên truyền lần đầu',
		trendSays: (visits: string, success: string, informed: string) =>
			`Cả kỳ: ${visits} lượt đến nhà, ${informed} hộ được tuyên truyền lần đầu, ${success} người thành công.`,
		days: 'Ngày',
		targets: 'Thành công so với chỉ tiêu',
		targetsNone: 'Chưa đặt chỉ tiêu cho đợt này.',
		setTargets: 'Đặt chỉ tiêu',
		ofTarget: (count: string, aim: string, rate: string) => `${count} trên ${aim}, ${rate} %`,
		causesTitle: 'Vì sao chưa xong',
		causesSays: 'Số người đang vướng; một mã thuộc hai nhóm thì tính ở cả hai.',
		causesByQuarter: 'Theo khu phố',
		causesByCode: 'Theo mã, với các lượt thăm',
		metTitle: 'Lượt gặp trong kỳ',
		met: (count: string) => `${count} lượt gặp trong kỳ`,
		funnel: 'Từ danh sách đến dùng được',
		declared: (count: string) => `và ${count} theo lời kể`,
		flagsTitle: 'Dữ liệu cần kiểm tra, báo trong kỳ',
		raised: 'Lượt báo',
		asTable: 'Xem dạng bảng',
		print: 'In trang này',
		code: 'Mã',
		name: 'Nội dung',
		count: 'Số',
		open: 'Người đang vướng',
		loggedIn: 'Đã đăng nhập',
		aim: 'Chỉ tiêu',
		barriers: 'Vướng mắc đang còn',
		notActivated: 'Danh sách chưa kích hoạt',
		reportedTitle: 'Công an báo, đặt cạnh số đếm được',
		levels: (one: string, two: string) => `mức 1: ${one} · mức 2: ${two}`
	},
	campaigns: {
		title: 'Đợt cao điểm và chỉ tiêu',
		add: 'Thêm đợt',
		name: 'Tên đợt',
		from: 'Từ ngày',
		to: 'Đến ngày',
		dayHint: 'ngày/tháng/năm',
		targets: 'Chỉ tiêu theo khu phố: số người dùng được ở mỗi mức',
		note: 'Ghi chú khi tỷ lệ quá 100 %',
		save: 'Lưu',
		saved: 'Đã lưu.',
		notAllowed: 'Tổ trưởng và quản trị mới đặt được chỉ tiêu.',
		notConfined: 'Chỉ tiêu đặt cho cả phường; tài khoản này chỉ xem địa bàn của mình.',
		none: 'Chưa có đợt nào.',
		wholeHint: 'Để trống dòng cả phường thì cộng các khu phố.'
	},
	reported: {
		title: 'Số Công an báo',
		lead: 'Nhập đúng như văn bản hoặc danh sách của Công an, kèm nguồn và ngày. Số này đứng cạnh số đếm được, không cộng lẫn và không sửa cho khớp.',
		area: 'Nơi',
		measure: 'Nội dung',
		level: 'Mức',
		asOf: 'Tính đến ngày',
		count: 'Số',
		whole: 'Trên tổng (nếu có)',
		rate: 'Tỷ lệ % được ghi (nếu có)',
		recomputed: '% tính lại',
		counted: 'Đếm được',
		source: 'Nguồn',
		note: 'Ghi chú',
		add: 'Thêm số này',
		added: 'Đã thêm.',
		withdraw: 'Rút',
		withdrawn: 'Đã rút.',
		by: (name: string, day: string) => `${name}, ${day}`,
		entered: 'Người nhập',
		none: 'Chưa nhập số nào.'
	},
	reports: {
		title: 'Báo cáo',
		make: 'Lập báo cáo',
		kind: 'Kỳ báo cáo',
		kinds,
		day: 'Ngày bất kỳ trong kỳ',
		campaign: 'So với chỉ tiêu của đợt',
		noCampaign: 'Không so chỉ tiêu',
		madeAt: (when: string, name: string) => `lập lúc ${when}, ${name}`,
		none: 'Chưa có báo cáo nào.',
		frozen: 'Số liệu giữ nguyên như lúc lập. Muốn số mới, hãy lập báo cáo mới.',
		texts,
		textHint: 'Không ghi tên người dân.',
		save: 'Lưu lời báo cáo',
		saved: 'Đã lưu.',
		docx: 'Tải tệp văn bản (DOCX)',
		pdf: 'Tải bản PDF',
		xlsx: 'Tải bảng tính (XLSX)',
		print: 'In báo cáo',
		appendix: 'Kèm phụ lục: người chưa có mức 2',
		appendixHint: 'Phụ lục có tên người dân. Ghi rõ để làm gì; việc này được ghi vào nhật ký.',
		purpose: 'Dùng vào việc gì',
		preview: 'Bản xem trước',
		edit: 'Sửa lời',
		back: 'Về danh sách báo cáo',
		notAllowed: 'Vai trò này không lập báo cáo.',
		notConfined: 'Báo cáo là của cả phường; tài khoản này chỉ xem địa bàn của mình.',
		again: 'Đã nhận mật khẩu. Hãy chọn và bấm tải lần nữa trong 5 phút.'
	},
	lists: {
		title: 'Danh sách',
		lead: 'Mỗi lần tải đều ghi vào nhật ký: ai, danh sách nào, bao nhiêu dòng, để làm gì. Chỉ tải khi cần giao việc.',
		kind: 'Danh sách',
		kinds: lists,
		rows: (count: string) => `${count} dòng`,
		area: 'Khu phố',
		all: 'Cả phường',
		again: 'Đã nhận mật khẩu. Hãy ghi dùng vào việc gì và bấm tải lần nữa trong 5 phút.',
		purpose: 'Dùng vào việc gì',
		get: 'Tải bảng tính (XLSX)',
		notAllowed: 'Vai trò này không tải danh sách người dân.',
		open: 'Số liệu mở',
		openLead: 'Không có tên ai. Ô dưới 5 được ẩn, cùng những ô mà từ đó tính ra được.',
		openGet: 'Tải số liệu mở (CSV)',
		hidden: 'ẩn'
	}
};

type Widen<Value> = Value extends string
	? string
	: Value extends (...parts: infer Parts) => string
		? (...parts: Parts) => string
		: { readonly [Key in keyof Value]: Widen<Value[Key]> };
export type FigureWords = Widen<typeof figures>;
