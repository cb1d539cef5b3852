// The page of the administrator about the server.

import type { Light, QueueName, Subject } from '../../../domain/status.ts';

const lights: Record<Light, string> = {
	good: 'Tốt',
	look: 'Nên xem',
	bad: 'Phải xử lý',
	unknown: 'Không xem được từ đây'
};

const subjects: Record<Subject, string> = {
	store: 'Kho dữ liệu',
	keys: 'Khóa của phường',
	backup: 'Bản sao lưu',
	disk: 'Chỗ trống trên đĩa',
	clock: 'Đồng hồ máy chủ',
	wall: 'Ngăn cách các phường'
};

const queues: Record<QueueName, string> = {
	visit: 'Lượt thăm chờ duyệt',
	conflict: 'Hai người ghi khác nhau',
	aside: 'Bản ghi giữ lại'
};

const advice: Record<Subject, string> = {
	store:
		'Máy chủ không ghi được: xem đĩa còn chỗ không, cơ sở dữ liệu có chạy không. Máy của tình nguyện viên vẫn giữ dữ liệu và gửi sau.',
	keys: 'Khóa đã dùng hơn một năm. Ở máy chủ, chạy lệnh đổi khóa, rồi in lại tờ cất vào két.',
	backup: 'Ở máy chủ, chạy lệnh sao lưu, rồi chép bản sao sang máy khác.',
	disk: 'Dọn đĩa hoặc thêm chỗ. Hết chỗ thì máy chủ không ghi được nữa.',
	clock: 'Có bản ghi mang giờ sau giờ của máy. Chỉnh đồng hồ và bật tự đồng bộ giờ.',
	wall: 'Chỉ chương trình ngăn các phường, cơ sở dữ liệu thì chưa. Nhờ người quản lý cơ sở dữ liệu tách quyền.'
};

export const status = {
	back: 'Về quản trị',
	title: 'Tình trạng máy chủ',
	lead: 'Chỉ có số đếm và giờ, không có tên ai. Tải lại trang để xem số mới.',
	lightsTitle: 'Những điều cần xem',
	what: 'Việc',
	state: 'Tình trạng',
	figure: 'Con số',
	lights,
	subjects,
	advice,
	storeWorks: (engine: string) => `${engine}, ghi được`,
	storeFails: (engine: string) => `${engine}, không ghi được`,
	keysMade: (day: string) => `làm ngày ${day}`,
	backupNone: 'chưa có bản nào cạnh kho dữ liệu',
	backupElsewhere: 'PostgreSQL sao lưu ở nơi khác; hỏi người quản lý cơ sở dữ liệu',
	backupWhole: (count: string, when: string) => `${count} bản, bản mới nhất lúc ${when}, đã mở ra đọc thử: còn nguyên`,
	backupDamaged: (when: string) => `bản mới nhất lúc ${when}, mở ra đọc thử: bị hỏng`,
	diskFree: (free: string, total: string) => `còn ${free} trên ${total}`,
	diskUnknown: 'hệ điều hành không cho biết',
	clockNow: (when: string) => `bây giờ là ${when}`,
	clockAhead: (when: string, minutes: string) => `bây giờ là ${when}, bản ghi mới nhất đi trước ${minutes} phút`,
	wallOne: 'một tệp, một máy chủ',
	wallHeld: 'cơ sở dữ liệu cũng ngăn',
	wallProgram: 'chỉ chương trình ngăn',
	queuesTitle: 'Việc đang chờ',
	queue: 'Hàng chờ',
	count: 'Số lượng',
	oldest: 'Cũ nhất',
	queues,
	none: 'không có',
	phonesTitle: 'Máy của tình nguyện viên',
	phones: 'Máy đang dùng',
	waiting: 'Bản ghi còn trên máy, chưa gửi',
	silent: (days: number) => `Máy im lặng quá ${days} ngày`,
	quietest: 'Máy im lặng lâu nhất, lần cuối',
	toPhones: 'Xem từng máy',
	versionsTitle: 'Phiên bản',
	server: 'Máy chủ',
	app: (version: string) => `Ứng dụng ${version}`,
	appUnknown: 'Ứng dụng không báo phiên bản',
	isCurrent: 'bản của máy chủ',
	runtime: (version: string) => `Node ${version}`,
	up: 'Chạy từ',
	memory: 'Bộ nhớ đang dùng',
	checkTitle: 'Nhật ký',
	checkLead: 'Đọc lại toàn bộ nhật ký của phường để biết có ai sửa từ bên ngoài không. Mất vài giây.',
	check: 'Kiểm tra nhật ký',
	checkWhole: (steps: string, lines: string) =>
		`Còn nguyên: ${steps} bước của dữ liệu, ${lines} dòng nhật ký việc đã làm.`,
	logBroken: (at: string) => `Dữ liệu đã bị sửa từ bên ngoài ở bước ${at}. Giữ nguyên máy và báo người phụ trách.`,
	auditBroken: (at: string) => `Nhật ký đã bị sửa từ bên ngoài ở dòng ${at}. Giữ nguyên máy và báo người phụ trách.`
};

type Widen<Value> = Value extends string
	? string
	: Value extends (...parts: infer Parts) => string
		? (...parts: Parts) => string
		: { readonly [Key in keyof Value]: Widen<Value[Key]> };
export type StatusWords = Widen<typeof status>;
