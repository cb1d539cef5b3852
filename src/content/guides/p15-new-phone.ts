// P15: a new phone, with the old one at hand or without, with NFC or with a borrowed one. A borrowed phone is not done
// with before it is unlinked: the ticks hold the walk (scenario S09).

import {
	at,
	end,
	guide,
	labels,
	links,
	met,
	refer,
	resident,
	SIGNED_IN,
	shows,
	solved,
	to,
	usual,
	volunteer
} from '../write.ts';
import { askLevel, codeSteps, otherScreen } from './parts.ts';

const NFC_WAY = at('web', 'plo.vn post866326 (08/2025); vietnam.vn cách đăng nhập VNeID trên thiết bị mới');
const OLD_WAY = at('002', 'A6 C14');
const UNLINK = at('web', 'plo.vn post866326 (08/2025)');

export const P15_NEW_PHONE = guide(
	{
		id: 'P15-new-phone',
		topic: 'keep',
		title: 'Đổi máy mới, mượn máy',
		summary: 'Mỗi tài khoản một máy. Còn máy cũ thì lấy mã ở máy cũ; không còn thì đọc chip thẻ bằng NFC.',
		minutes: 10,
		from: [NFC_WAY, OLD_WAY, at('001', 'A3.4 C9')],
		keywords: ['máy mới', 'đổi điện thoại', 'mượn máy', 'NFC', 'hủy liên kết', 'thiết bị'],
		entry: { states: ['deviceLost', 'l2Active', 'l2Approved'] }
	},
	[
		volunteer(
			'old',
			'Máy cũ còn không?',
			'Máy mới phải cài VNeID từ kho ứng dụng. Hỏi về máy cũ.',
			[
				usual('sign-in-old', 'have', 'Còn, mở được VNeID'),
				to('sign-in-nfc', 'gone', 'Không còn, hoặc hỏng', met('B4.7')),
				to('lost', 'lost', 'Bị mất, sợ người khác dùng', met('B4.7')),
				to('unlink-only', 'only-unlink', 'Chỉ cần hủy liên kết một máy')
			],
			{ from: [OLD_WAY, NFC_WAY] }
		),
		resident(
			'sign-in-old',
			'Đăng nhập trên máy mới',
			'Trên máy mới bấm “Đăng nhập”, tự nhập số định danh và mật khẩu. Máy cũ sẽ hiện một mã.',
			[
				usual('code-old', 'code', 'Máy cũ hiện mã'),
				shows('Quên mật khẩu', to('forgot', 'forgot', 'Không nhớ mật khẩu')),
				to('sign-in-nfc', 'no-code', 'Máy cũ không hiện gì', met('B4.7'))
			],
			{ from: [OLD_WAY], ...labels('Đăng nhập') }
		),
		resident(
			'code-old',
			'Nhập mã từ máy cũ',
			'Tự xem mã trên máy cũ, tự nhập vào máy mới. Máy cũ sẽ tự đăng xuất.',
			[
				usual('level', 'in', 'Máy mới vào được VNeID', ...SIGNED_IN),
				to('sign-in-nfc', 'failed', 'Không được', met('B4.7'))
			],
			{ from: [OLD_WAY], see: 'Máy cũ báo đã đăng xuất.' }
		),
		volunteer(
			'sign-in-nfc',
			'Máy mới có NFC không?',
			'Không có máy cũ thì phải đọc chip trên thẻ bằng máy có NFC.',
			[
				usual('read-chip', 'nfc', 'Có NFC'),
				to('borrow', 'no-nfc', 'Không có NFC', met('B2.5')),
				to('no-chip', 'no-card', 'Không có thẻ gắn chip còn hạn', met('B5.1'))
			],
			{ terms: ['term-read-chip'], from: [NFC_WAY], ...links(['nfc-where', 'NFC nằm ở đâu trên máy']) }
		),
		resident(
			'read-chip',
			'Xác thực bằng chip trên thẻ',
			'Trên máy mới đăng nhập, chọn “Xác thực NFC với thẻ CCCD gắn chip”, áp thẻ vào lưng máy và giữ yên.',
			[
				usual('otp', 'read', 'Máy đọc xong, hỏi kích hoạt trên thiết bị này'),
				to('borrow', 'failed', 'Đọc mãi không được', met('B2.5')),
				to('other-screen', 'other', 'Không thấy dòng này')
			],
			{ from: [NFC_WAY], ...labels('Đăng nhập', 'Xác thực NFC với thẻ CCCD gắn chip') }
		),
		...codeSteps('sign-in', 'Mã đúng, máy này đã kích hoạt', [NFC_WAY, at('000', '§5 B3')]),
		resident(
			'sign-in',
			'Đăng nhập một lần',
			'Bấm “Đăng nhập”, tự nhập mật khẩu, xem đúng tên mình chưa.',
			[
				usual('level', 'in', 'Vào được, đúng tên mình', solved('B4.7'), ...SIGNED_IN),
				to('try-later', 'failed', 'Chưa vào được')
			],
			{ from: [at('003', 'L')], ...labels('Đăng nhập') }
		),
		volunteer(
			'borrow',
			'Mượn máy có NFC?',
			'Máy mượn chỉ để đọc chip. Người dân tự nhập mọi thứ, xong phải hủy liên kết trên máy mượn.',
			[usual('borrow-read', 'yes', 'Người dân và chủ máy đều đồng ý'), to('police', 'no', 'Không mượn')],
			{
				terms: ['term-unlink'],
				from: [UNLINK],
				read: 'Mượn máy có NFC chỉ để đọc chip. Xong sẽ hủy liên kết trên máy mượn.'
			}
		),
		resident(
			'borrow-read',
			'Đọc chip trên máy mượn',
			'Trên máy mượn: đăng nhập bằng số của mình, chọn “Xác thực NFC với thẻ CCCD gắn chip”, áp thẻ, tự nhập mã gửi về số của mình.',
			[
				usual('own-phone', 'active', 'Máy mượn đã vào được tài khoản của mình'),
				to('unlink-failed', 'failed', 'Không được')
			],
			{ from: [UNLINK], borrows: true, ...labels('Xác thực NFC với thẻ CCCD gắn chip') }
		),
		resident(
			'own-phone',
			'Kích hoạt trên máy của mình',
			'Trên máy của mình: bấm “Đăng nhập”, lấy mã hiện trên máy mượn, tự nhập.',
			[
				usual('unlink', 'in', 'Máy của mình đã vào được', solved('B2.5'), solved('B4.7'), ...SIGNED_IN),
				to('unlink-failed', 'failed', 'Chưa vào được')
			],
			{ from: [UNLINK, OLD_WAY], ...labels('Đăng nhập') }
		),
		resident(
			'unlink',
			'Hủy liên kết trên máy mượn',
			'Trên máy mượn: bấm “Cá nhân”, “Quản lý thiết bị”, rồi “Hủy liên kết”.',
			'level',
			{
				from: [UNLINK],
				...labels('Cá nhân', 'Quản lý thiết bị', 'Hủy liên kết'),
				check: [
					{ id: 'unlinked', words: 'Đã hủy liên kết trên máy mượn' },
					{ id: 'signed-out', words: 'VNeID trên máy mượn không còn tên người dân' },
					{ id: 'returned', words: 'Đã trả máy cho chủ' }
				]
			}
		),
		resident(
			'unlink-failed',
			'Dọn máy mượn',
			'Chưa xong cũng phải dọn máy mượn: “Cá nhân”, “Quản lý thiết bị”, “Hủy liên kết”, hoặc thoát tài khoản.',
			'police',
			{
				from: [UNLINK],
				...labels('Cá nhân', 'Quản lý thiết bị', 'Hủy liên kết'),
				check: [
					{ id: 'unlinked', words: 'Máy mượn không còn tài khoản của người dân' },
					{ id: 'returned', words: 'Đã trả máy cho chủ' }
				]
			}
		),
		resident(
			'unlink-only',
			'Hủy liên kết một máy',
			'Trên máy đang đăng nhập: bấm “Cá nhân”, “Quản lý thiết bị”, chọn máy không dùng nữa, bấm “Hủy liên kết”.',
			[
				usual('unlinked', 'done', 'Máy kia đã biến khỏi danh sách'),
				to('police', 'failed', 'Không được, hoặc không thấy mục này')
			],
			{ from: [UNLINK], ...labels('Cá nhân', 'Quản lý thiết bị', 'Hủy liên kết') }
		),
		askLevel('done'),
		end(
			'done',
			'success',
			'Dùng được trên máy của mình',
			'Xong. Máy cũ hoặc máy mượn không còn tài khoản của người dân.',
			'Tài khoản đã sang máy của người dân.',
			[],
			{
				from: [UNLINK]
			}
		),
		end(
			'unlinked',
			'success',
			'Đã hủy liên kết',
			'Máy kia không còn dùng được tài khoản này.',
			'Đã hủy liên kết máy không dùng.',
			[],
			{ from: [UNLINK] }
		),
		end(
			'police',
			'referred',
			'Nhờ Công an xã/phường',
			'Mang thẻ và máy mới đến {policePlace}, vào {deskHours}.',
			'Chưa chuyển được tài khoản sang máy mới.',
			[refer('wardPolice', 'Chuyển tài khoản sang máy mới')],
			{
				from: [at('003', 'L')],
				read: 'Mang thẻ và máy mới đến Công an xã/phường.'
			}
		),
		end(
			'no-chip',
			'referred',
			'Cần thẻ gắn chip còn hạn',
			'Làm thẻ và xin hỗ trợ tài khoản luôn tại Công an xã/phường.',
			'Không có thẻ gắn chip để xác thực.',
			[refer('wardPolice', 'Làm thẻ căn cước, chuyển tài khoản sang máy mới')],
			{
				from: [at('001', 'A3.2a')],
				...links(['card-procedures', 'Làm thẻ căn cước'])
			}
		),
		end(
			'lost',
			'later',
			'Khóa tài khoản trước',
			'Khóa để người nhặt được máy không dùng được, rồi quay lại đây.',
			'Mất máy, cần khóa tài khoản.',
			[],
			{
				from: [at('001', 'A3.4 C8')],
				...links(['P15-lock', 'Khóa tài khoản'])
			}
		),
		end(
			'forgot',
			'later',
			'Quên mật khẩu',
			'Lấy lại mật khẩu rồi quay lại.',
			'Chưa đăng nhập được vì quên mật khẩu.',
			[met('B4.5')],
			{
				from: [at('web', 'dantri 20251203003057624')],
				...links(['P15-forgot-password', 'Lấy lại mật khẩu'])
			}
		),
		otherScreen()
	]
);
